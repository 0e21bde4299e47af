using Shouldly;

namespace Support.Sdk.Http.Tests;

public class RedactorTests
{
    [Theory]
    [InlineData("""{"access_token":"hush","id":1}""", """{"access_token":"***","id":1}""")]
    [InlineData("""{"hostKey": "hush", "hostPin": 1234, "name":"n"}""", """{"hostKey": "***", "hostPin": "***", "name":"n"}""")]
    [InlineData("""{"phoneAndVideoSystemPassword":"hush"}""", """{"phoneAndVideoSystemPassword":"***"}""")]
    [InlineData("""{"clientSecret":"hu\"sh","x":2}""", """{"clientSecret":"***","x":2}""")]
    [InlineData("{\"refresh_token\":\"hush-and-cut", "{\"refresh_token\":\"***\"")]
    [InlineData("""{"tokens":["hush","hush2"],"x":2}""", """{"tokens":"***","x":2}""")]
    [InlineData("""{"payload":"{\"password\":\"hush\",\"x\":1}"}""", """{"payload":"{\"password\":"***",\"x\":1}"}""")]
    [InlineData("Authorization: Bearer hush.hush", "Authorization: Bearer ***")]
    [InlineData("sent Basic aHVzaDpodXNo today", "sent Basic *** today")]
    [InlineData("see https://acme.test/j.php?MTID=hush&x=1 now", "see https://acme.test/j.php?*** now")]
    [InlineData("grant_type=refresh_token&refresh_token=hush&client_secret=hush", "grant_type=refresh_token&refresh_token=***&client_secret=***")]
    [InlineData("""{"code":"RecordInvalid","message":"Subject: cannot be blank"}""", """{"code":"RecordInvalid","message":"Subject: cannot be blank"}""")]
    [InlineData("", "")]
    public void Text_Secrets_AreStruckOut(string text, string expected) => Redactor.Text(text).ShouldBe(expected);

    [Fact]
    public void Text_EchoedCredential_IsStruckOutWhereverItStands() =>
        Redactor.Text("token abc.def is not valid", AccessToken.Bearer("abc.def")).ShouldBe("token *** is not valid");

    [Fact]
    public void Text_TextMadeToBeHardToSearch_IsWithheldOrStruckOutInBoundedTime() =>
        Redactor.Text(new string('\\', 64 * 1024) + "\"token\":\"hush\"").ShouldNotContain("hush");
}
