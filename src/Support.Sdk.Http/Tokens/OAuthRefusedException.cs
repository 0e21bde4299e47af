namespace Support.Sdk.Http;

/// <summary>The token endpoint says that the grant (code or refresh token) is no longer worth anything.</summary>
internal sealed class OAuthRefusedException(SupportRequestException answer) : Exception(answer.Message, answer);
