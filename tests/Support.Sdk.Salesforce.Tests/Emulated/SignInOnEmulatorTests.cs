using System.Security.Cryptography;
using System.Web;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Failures;
using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Tests.Emulated;

public class SignInOnEmulatorTests
{
    private static readonly Uri Callback = new("https://app.example.com/callback");
    private static readonly Soql Count = Soql.Of($"SELECT COUNT() FROM Contact");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_OfAPerson_GivesTokensThatAreRenewed_UntilItIsTakenBack()
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.OAuth.Grant = SalesforceGrant.AuthorizationCode, emulator => emulator.RefreshTokenRotation = true);
        var flow = org.Services.GetAuthorizationCodeFlow(SalesforceConstants.Vendor);
        var request = flow.Begin(Callback);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var consent = await browser.GetAsync(request.Address, Ct);
        var answer = HttpUtility.ParseQueryString(consent.Headers.Location!.Query);
        await flow.CompleteAsync(request, answer["code"]!, answer["state"]!, cancellationToken: Ct);

        for (var session = 0; session < 3; session++)
        {
            (await org.Client.Queries.CountAsync(Count, Ct)).ShouldBe(0);
            org.EndSession();
        }

        org.CountRequests("POST", "/oauth2/token").ShouldBe(3);
        org.Emulator.RevokeTokens();

        // Before it is believed, another process gets time to save a pair that took the place of the rejected one.
        var call = org.Clock.RunThroughPausesAsync(org.Client.Queries.CountAsync(Count, Ct));
        (await Should.ThrowAsync<Exception>(() => call)).ShouldBeAssignableTo<IVendorFailure>()!.Kind.ShouldBe(FailureKind.Reauthorization);
    }

    [Fact]
    public async Task ClientCredentials_AreSignedInAnewWhenTheSessionEnds()
    {
        await using var org = await EmulatedOrg.StartAsync();

        await org.Client.Queries.CountAsync(Count, Ct);
        org.EndSession();
        await org.Client.Queries.CountAsync(Count, Ct);

        org.CountRequests("POST", "/oauth2/token").ShouldBe(2);
    }

    [Fact]
    public async Task JwtBearer_ActsAsTheUserItSignsFor()
    {
        using var key = RSA.Create(2048);
        await using var org = await EmulatedOrg.StartAsync(options =>
        {
            options.OAuth.ClientId = "signer";
            options.OAuth.ClientSecret = null;
            options.OAuth.Grant = SalesforceGrant.JwtBearer;
            options.OAuth.Jwt.Username = "ada@example.com";
            options.OAuth.Jwt.PrivateKeyPem = key.ExportPkcs8PrivateKeyPem();
        });
        org.Emulator.AddOAuthClient(new SalesforceOAuthClient("signer", null, Callback) { PublicKeyPem = key.ExportSubjectPublicKeyInfoPem() });
        var ada = org.Emulator.AddUser("ada@example.com", "Ada", "Lovelace");

        var created = await org.Client.Records.CreateAsync("Contact", new() { ["LastName"] = "A" }, cancellationToken: Ct);

        org.Emulator.Record(created.Id!)!["CreatedById"].ShouldBe(ada.Id);
    }

    [Fact]
    public async Task Session_WithoutTheScopeOfTheApi_IsRefused()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(new SalesforceEmulatorOptions(), Ct);
        var token = emulator.CreateAccessToken(scope: "web");
        await using var org = await EmulatedOrg.StartAsync(options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.OAuth.ClientId = null;
            options.OAuth.ClientSecret = null;
            options.AccessToken = token;
        });

        (await Should.ThrowAsync<SupportRequestException>(() => org.Client.Queries.CountAsync(Count, Ct))).Is(SalesforceErrorCode.InvalidSession).ShouldBeTrue();
    }
}
