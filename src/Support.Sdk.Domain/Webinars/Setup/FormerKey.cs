namespace Support.Sdk.Webinars;

/// <summary>The primary key of a mapping that was deleted: what was imported by it is still there (WBN-07).</summary>
/// <param name="Object">The API name of the object.</param>
/// <param name="PrimaryKey">The field that was the primary key.</param>
public readonly record struct FormerKey(string Object, string PrimaryKey);
