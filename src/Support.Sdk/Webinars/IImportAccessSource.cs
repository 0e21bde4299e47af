namespace Support.Sdk.Webinars;

/// <summary>Knows for whom the import is switched on.</summary>
internal interface IImportAccessSource
{
    ValueTask<ImportAccess> GetAsync(string target, string account, CancellationToken cancellationToken);
}
