namespace Support.Sdk.Stores;

/// <summary>A fact by which a stream can be found, such as <c>provider-meeting = 870f51ff…</c>. Not unique.</summary>
/// <param name="Name">The name of the index.</param>
/// <param name="Value">The value, compared ordinally.</param>
public readonly record struct IndexEntry(string Name, string Value);
