namespace Support.Sdk.Webinars;

internal sealed class ImportAccessForEverybody : IImportAccessSource
{
    public ValueTask<ImportAccess> GetAsync(string target, string account, CancellationToken cancellationToken) => ValueTask.FromResult(ImportAccess.Everybody);
}
