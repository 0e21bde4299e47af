using System.Text;
using System.Text.Json;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Values on their way out: stored ones, and those the vendor derives.</summary>
internal sealed class RecordReader(Org org)
{
    /// <summary>The text of a value; compound addresses have none.</summary>
    public string? Get(RecordTable table, int row, FieldSchema field)
    {
        var data = table.Data(row);
        switch (field.Name)
        {
            case "Id":
                return table.Id(row);
            case "IsDeleted":
                return table.IsDeleted(row) ? "true" : "false";
            case "CreatedDate":
                return Instant(RecordBytes.Stamps(data).CreatedAt);
            case "LastModifiedDate" or "SystemModstamp":
                return Instant(RecordBytes.Stamps(data).ModifiedAt);
            case "CreatedById":
                return org.Users.Id(RecordBytes.Stamps(data).CreatedBy);
            case "LastModifiedById":
                return org.Users.Id(RecordBytes.Stamps(data).ModifiedBy);
            case "Name" when !field.Createable && table.Schema.Find("LastName") is { } last && table.Schema.Find("FirstName") is { } first && table != org.Members:
                return table.Get(row, first) is { } given ? $"{given} {table.Get(row, last)}" : table.Get(row, last);
        }

        return RecordBytes.Find(data, field.Ordinal)
            ?? (table == org.Members ? MemberValue(row, field) : null)
            ?? (field.Kind == FieldKind.Boolean ? "false" : null);
    }

    /// <summary>The whole record, or the fields named, with its attributes.</summary>
    public void Write(Utf8JsonWriter json, string version, RecordTable table, int row, IEnumerable<FieldSchema> fields)
    {
        json.WriteStartObject();
        WriteAttributes(json, version, table, row);
        foreach (var field in fields)
        {
            WriteValue(json, table, row, field);
        }

        json.WriteEndObject();
    }

    public static void WriteAttributes(Utf8JsonWriter json, string version, RecordTable table, int row)
    {
        json.WriteStartObject("attributes");
        json.WriteString("type", table.Schema.Name);
        json.WriteString("url", Url(version, table, row));
        json.WriteEndObject();
    }

    public static string Url(string version, RecordTable table, int row) => $"/services/data/{version}/sobjects/{table.Schema.Name}/{table.Id(row)}";

    public void WriteValue(Utf8JsonWriter json, RecordTable table, int row, FieldSchema field)
    {
        json.WritePropertyName(field.Name);
        if (field.Kind == FieldKind.Address)
        {
            WriteAddress(json, table, row, field.Name[..^"Address".Length]);
        }
        else if (Get(table, row, field) is not { } value)
        {
            json.WriteNullValue();
        }
        else if (field.Kind is FieldKind.Boolean or FieldKind.Integer or FieldKind.Number)
        {
            json.WriteRawValue(Encoding.UTF8.GetBytes(value));
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    private void WriteAddress(Utf8JsonWriter json, RecordTable table, int row, string prefix)
    {
        string? Part(string name) => table.Schema.Find(prefix + name) is { } field ? Get(table, row, field) : null;
        string[] names = ["City", "Country", "CountryCode", "GeocodeAccuracy", "Latitude", "Longitude", "PostalCode", "State", "StateCode", "Street"];
        if (names.All(name => Part(name) is null))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var name in names)
        {
            var value = Part(name);
            json.WritePropertyName(char.ToLowerInvariant(name[0]) + name[1..]);
            if (value is null)
            {
                json.WriteNullValue();
            }
            else if (name is "Latitude" or "Longitude")
            {
                json.WriteRawValue(value);
            }
            else
            {
                json.WriteStringValue(value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>What a campaign member copies from its lead or contact.</summary>
    private string? MemberValue(int row, FieldSchema field)
    {
        var members = org.Members;
        var contact = members.Get(row, members.Schema.Field("ContactId"));
        var id = contact ?? members.Get(row, members.Schema.Field("LeadId"))!;
        switch (field.Name)
        {
            case "LeadOrContactId":
                return id;
            case "Type":
                return contact is null ? "Lead" : "Contact";
            case "HasResponded":
                var campaign = members.Get(row, members.Schema.Field("CampaignId"))!;
                var status = members.Get(row, members.Schema.Field("Status"));
                return MemberStatus.Of(org, campaign).FirstOrDefault(one => one.Label == status)?.HasResponded == true ? "true" : "false";
            case "CompanyOrAccount" when contact is null:
                return Person("Company");
            case "CompanyOrAccount":
                return Person("AccountId") is { } account && org.Table("Account") is var accounts && accounts.Row(account) is >= 0 and var at
                    ? accounts.Get(at, accounts.Schema.Field("Name"))
                    : null;
            default:
                return field.Createable ? null : Person(field.Name);
        }

        string? Person(string name) =>
            org.TableOf(id) is { } table && table.Row(id) is >= 0 and var person && table.Schema.Find(name) is { } source ? Get(table, person, source) : null;
    }

    private static string Instant(long milliseconds) => FieldValues.FormatInstant(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
