namespace Support.Sdk.Webinars;

/// <summary>Choices about the import of webinars.</summary>
public sealed class WebinarImportOptions
{
    /// <summary>How many rows are kept, written and settled together. More rows take more memory, fewer more jobs.</summary>
    /// <value>200 to 50,000; 5,000 by default.</value>
    public int ChunkRows { get; set; } = ImportOrder.DefaultChunkRows;

    /// <summary>From how many rows of a chunk on, of the same operation, they are written by a job instead of at once.</summary>
    /// <value>1 to 1,000,000; 2,000 by default, as Salesforce recommends. Above <see cref="ChunkRows"/> no jobs are used.</value>
    public int BulkThreshold { get; set; } = ImportOrder.DefaultBulkThreshold;

    /// <summary>How many rows are looked up together.</summary>
    /// <value>1 to 10,000; 1,000 by default.</value>
    public int LookupRows { get; set; } = 1_000;

    /// <summary>The version of the Webex package in the organisation, such as <c>1.16</c>, by which campaign options are checked (WBN-06).</summary>
    /// <value><see langword="null"/> by default: it is not checked.</value>
    public Version? PackageVersion { get; set; }
}
