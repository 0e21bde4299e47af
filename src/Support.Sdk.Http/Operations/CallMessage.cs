namespace Support.Sdk.Http;

/// <summary>A request of the transport: it carries its call itself, so that no dictionary of options is needed to find it in each handler.</summary>
internal sealed class CallMessage(HttpMethod method, Uri target, CallContext call) : HttpRequestMessage(method, target)
{
    public CallContext Call => call;
}
