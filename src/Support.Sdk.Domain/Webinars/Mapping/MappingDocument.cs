namespace Support.Sdk.Webinars;

// The document as it stands in JSON: any text where the mapping has a closed set, so that every wrong value can be named, not only the first.
internal sealed class MappingDocument
{
    public string? Schema { get; set; }

    public int? Version { get; set; }

    public string? Object { get; set; }

    public string? PrimaryKey { get; set; }

    public string? InsertMode { get; set; }

    public string? Campaign { get; set; }

    public List<Pair?>? Fields { get; set; }

    internal sealed class Pair
    {
        public string? Field { get; set; }

        public string? Source { get; set; }

        public List<Step?>? Convert { get; set; }

        public string? Policy { get; set; }
    }

    internal sealed class Step
    {
        public string? Kind { get; set; }

        public string? To { get; set; }

        public string? Part { get; set; }

        public string? CallingCode { get; set; }

        public string? TrunkPrefix { get; set; }

        public string? TimeZone { get; set; }

        public string? Value { get; set; }

        public string? When { get; set; }

        public OrderedDictionary<string, string?>? Table { get; set; }

        public string? Otherwise { get; set; }
    }
}
