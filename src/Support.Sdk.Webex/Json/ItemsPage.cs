using System.Text.Json.Serialization;

namespace Support.Sdk.Webex;

/// <summary>The body of a list: <c>{"items":[…]}</c>.</summary>
internal sealed class ItemsPage<T>
{
    public IReadOnlyList<T>? Items { get; init; }

    [JsonIgnore]
    public IReadOnlyList<T> All => Items ?? [];
}
