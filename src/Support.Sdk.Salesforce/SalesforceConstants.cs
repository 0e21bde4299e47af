namespace Support.Sdk.Salesforce;

/// <summary>Names and limits of this package, in one place.</summary>
public static class SalesforceConstants
{
    /// <summary>The vendor's name: part of token keys, telemetry and the keys of services.</summary>
    public const string Vendor = "salesforce";

    /// <summary>The API version that is used when none is set (Summer '25; fact sheet 1).</summary>
    public const string DefaultApiVersion = "64.0";

    /// <summary>How many records a Collections call takes (fact sheet 8).</summary>
    public const int MaxCollectionRecords = 200;

    /// <summary>How many parts a Composite call takes (fact sheet 8).</summary>
    public const int MaxCompositeParts = 25;

    /// <summary>How many bytes a query may have in an address, escaped: of the 16,384 that address and headers share (fact sheet 7), 12,000; the rest is for host, path and headers.</summary>
    public const int MaxQueryLength = 12_000;

    /// <summary>How many bytes one upload of the Bulk API should have at most: 100 million (fact sheet 9.1: 150 MB after Base64).</summary>
    public const long MaxBulkUploadBytes = 100_000_000;
}
