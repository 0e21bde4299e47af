using System.Text.Json.Serialization;

namespace Support.Sdk.Http;

[JsonSerializable(typeof(OAuthTokenResponse))]
internal sealed partial class OAuthJson : JsonSerializerContext;
