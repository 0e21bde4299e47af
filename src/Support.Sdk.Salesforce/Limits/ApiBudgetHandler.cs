namespace Support.Sdk.Salesforce.Limits;

/// <summary>Feeds the account's budget with what each answer says, errors included.</summary>
internal sealed class ApiBudgetHandler(ApiBudget budget) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.NonValidated.TryGetValues("Sforce-Limit-Info", out var values))
        {
            budget.Observe(values.ToString());
        }

        return response;
    }
}
