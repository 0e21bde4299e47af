namespace Support.Sdk.Salesforce.Bulk;

/// <summary>The header of a result; shared by its rows.</summary>
internal sealed class BulkColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public BulkColumns(string[] names)
    {
        Names = names;
        for (var i = 0; i < names.Length; i++)
        {
            _places.TryAdd(names[i], i);
        }
    }

    public string[] Names { get; }

    public int IndexOf(string name) => _places.GetValueOrDefault(name, -1);
}
