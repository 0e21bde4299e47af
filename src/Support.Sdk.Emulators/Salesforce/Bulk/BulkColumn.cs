namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A column of an upload: a field, or a reference told by an external id of its target.</summary>
/// <param name="Field">The field that is written.</param>
/// <param name="Target">The object of a polymorphic reference, when the header names it.</param>
/// <param name="Key">The target's external id field; <see langword="null"/> for plain values.</param>
internal sealed record BulkColumn(FieldSchema Field, string? Target, string? Key)
{
    /// <summary>Reads <c>Email</c>, <c>Account.Ext__c</c> or <c>Owner:User.Ext__c</c>; <see langword="null"/> when there is no such field.</summary>
    public static BulkColumn? Parse(ObjectSchema schema, string header)
    {
        var dot = header.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return schema.Find(header) is { } field ? new BulkColumn(field, null, null) : null;
        }

        var path = header[..dot].Split(':');
        return schema.FindRelationship(path[0]) is { } reference ? new BulkColumn(reference, path.Length > 1 ? path[1] : null, header[(dot + 1)..]) : null;
    }
}
