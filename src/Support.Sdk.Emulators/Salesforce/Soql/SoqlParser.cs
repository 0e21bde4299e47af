using System.Globalization;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>
/// Reads the subset of SOQL that integrations use: fields and parents, <c>COUNT()</c>, comparisons with AND, OR, NOT and parentheses, ORDER BY,
/// LIMIT, OFFSET. All else (functions, GROUP BY, sub-selects, date words, aliases) is refused as malformed.
/// </summary>
internal sealed class SoqlParser
{
    private static readonly string[] NameFields = ["Id", "Name", "FirstName", "LastName", "Email", "Phone", "Title", "Type", "Username"];
    private readonly Org _org;
    private readonly string _soql;
    private readonly List<SoqlToken> _tokens;
    private RecordTable _table = null!;
    private int _at;

    private SoqlParser(Org org, string soql) => (_org, _soql, _tokens) = (org, soql, SoqlLexer.Read(soql));

    private SoqlToken Current => _tokens[_at];

    public static SoqlQuery Parse(Org org, string soql) => new SoqlParser(org, soql).Query();

    private SoqlQuery Query()
    {
        Expect("SELECT");
        var select = new List<SoqlToken>();
        var counts = false;
        if (Current.Is("COUNT") && _tokens[_at + 1].Is("("))
        {
            _at += 2;
            Expect(")");
            counts = true;
        }
        else
        {
            do
            {
                select.Add(Word());
            }
            while (Accept(","));
        }

        Expect("FROM");
        var from = Word();
        _table = _org.FindTable(from.Value)
            ?? throw SalesforceErrors.Refuse(400, "INVALID_TYPE", $"sObject type '{from.Value}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.");
        var fields = select.ConvertAll(Path);
        if (select.GroupBy(word => word.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw SalesforceErrors.Malformed($"duplicate field selected: {twice.Key}");
        }

        var where = Accept("WHERE") ? Condition() : null;
        var order = Accept("ORDER") ? Order() : [];
        var limit = Accept("LIMIT") ? Count() : (int?)null;
        var offset = Accept("OFFSET") ? Count() : 0;
        if (offset > 2000)
        {
            throw SalesforceErrors.Refuse(400, "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        }

        if (Current.Kind != SoqlTokenKind.End || (counts && order.Count > 0))
        {
            throw Unexpected();
        }

        return new SoqlQuery(_table, counts ? [] : fields, where, order, limit, offset);
    }

    private SoqlCondition Condition()
    {
        var first = Unary();
        if (!Current.Is("AND") && !Current.Is("OR"))
        {
            return first;
        }

        // As the vendor has it: AND and OR do not mix without parentheses.
        var word = Current.Value;
        var parts = new List<SoqlCondition> { first };
        while (Accept(word))
        {
            parts.Add(Unary());
        }

        return word.Equals("AND", StringComparison.OrdinalIgnoreCase) ? new SoqlAll(parts) : new SoqlAny(parts);
    }

    private SoqlCondition Unary()
    {
        if (Accept("NOT"))
        {
            return new SoqlNot(Unary());
        }

        if (!Accept("("))
        {
            return Comparison();
        }

        var inner = Condition();
        Expect(")");
        return inner;
    }

    private SoqlComparison Comparison()
    {
        var word = Word();
        var path = Path(word);
        if (path.Field is { Filterable: false } or { Kind: FieldKind.Address })
        {
            throw Invalid($"field '{word.Value}' can not be filtered in a query call");
        }

        var sign = Sign();
        var values = new List<string?>();
        if (sign is "IN" or "NOT IN")
        {
            Expect("(");
            do
            {
                values.Add(Value(path, sign));
            }
            while (Accept(","));
            Expect(")");
        }
        else
        {
            values.Add(Value(path, sign));
        }

        return new SoqlComparison(path, sign, values);
    }

    private string Sign()
    {
        if (Accept("NOT"))
        {
            Expect("IN");
            return "NOT IN";
        }

        var sign = Current.Value.ToUpperInvariant();
        if (sign is not ("=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" or "LIKE" or "IN"))
        {
            throw Unexpected();
        }

        _at++;
        return sign == "<>" ? "!=" : sign;
    }

    private string? Value(SoqlPath path, string sign)
    {
        var token = Current;
        _at++;
        var kind = path.Field?.Kind ?? FieldKind.Text;
        if (token.Is("null") && sign is ("=" or "!=" or "IN" or "NOT IN"))
        {
            return null;
        }

        switch (kind)
        {
            case FieldKind.Text or FieldKind.Email when token.Kind == SoqlTokenKind.Text:
                return sign == "LIKE" ? token.Pattern : token.Value;
            case FieldKind.Id when token.Kind == SoqlTokenKind.Text && sign != "LIKE":
                return SalesforceId.Normalize(token.Value) ?? throw SalesforceErrors.Refuse(400, "INVALID_QUERY_FILTER_OPERATOR", $"invalid ID field: {token.Value}");
            case FieldKind.Boolean when sign is ("=" or "!=") && (token.Is("true") || token.Is("false")):
                return token.Value.ToLowerInvariant();
            case FieldKind.Integer or FieldKind.Number when sign != "LIKE" && token.Kind == SoqlTokenKind.Number
                && decimal.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return kind == FieldKind.Integer ? number.ToString("0.#########", CultureInfo.InvariantCulture) : number.ToString("0.0#################", CultureInfo.InvariantCulture);
            case FieldKind.Date when sign != "LIKE" && token.Kind == SoqlTokenKind.Moment && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return token.Value;
            case FieldKind.Instant when sign != "LIKE" && token.Kind == SoqlTokenKind.Moment && FieldValues.TryInstant(token.Value, out var instant):
                return FieldValues.FormatInstant(instant);
            default:
                throw Wrong(path, token, kind);
        }
    }

    private RefusalException Wrong(SoqlPath path, SoqlToken token, FieldKind kind)
    {
        if (token.Kind is SoqlTokenKind.Symbol or SoqlTokenKind.End or SoqlTokenKind.Word)
        {
            return token.Is("true") || token.Is("false") || token.Is("null")
                ? Invalid($"value of filter criterion for field '{path.Name}' must be of type {path.Field?.Type ?? "string"}")
                : SoqlLexer.Error(_soql, token.At, $"unexpected token: '{token.Value}'");
        }

        var quotes = kind is FieldKind.Text or FieldKind.Email or FieldKind.Id ? " and should be enclosed in quotes" : " and should not be enclosed in quotes";
        return Invalid($"value of filter criterion for field '{path.Name}' must be of type {path.Field?.Type ?? "string"}{quotes}");
    }

    private List<SoqlOrder> Order()
    {
        Expect("BY");
        var order = new List<SoqlOrder>();
        do
        {
            var word = Word();
            var path = Path(word);
            if (path.Field is { Sortable: false })
            {
                throw Invalid($"field '{word.Value}' can not be sorted in a query call");
            }

            var descending = Accept("DESC");
            _ = !descending && Accept("ASC");
            var nullsLast = false;
            if (Accept("NULLS"))
            {
                nullsLast = Accept("LAST");
                if (!nullsLast)
                {
                    Expect("FIRST");
                }
            }

            order.Add(new SoqlOrder(path, descending, nullsLast));
        }
        while (Accept(","));
        return order;
    }

    private SoqlPath Path(SoqlToken word)
    {
        var parts = word.Value.Split('.');
        var table = _table;
        var via = new List<FieldSchema>();
        for (var i = 0; i < parts.Length - 1; i++)
        {
            var reference = table.Schema.FindRelationship(parts[i])
                ?? throw Invalid($"Didn't understand relationship '{parts[i]}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.");
            via.Add(reference);
            if (reference.ReferenceTo is [var only] && _org.FindTable(only) is { } next)
            {
                table = next;
            }
            else if (i == parts.Length - 2 && NameFields.Contains(parts[^1], StringComparer.OrdinalIgnoreCase))
            {
                return new SoqlPath(via, parts[^1], null);
            }
            else
            {
                throw NoColumn(parts[^1], "Name");
            }
        }

        return new SoqlPath(via, parts[^1], table.Schema.Find(parts[^1]) ?? throw NoColumn(parts[^1], table.Schema.Name));
    }

    private int Count()
    {
        var token = Current;
        _at++;
        return token.Kind == SoqlTokenKind.Number && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw SoqlLexer.Error(_soql, token.At, $"unexpected token: '{token.Value}'");
    }

    private SoqlToken Word() => Current.Kind == SoqlTokenKind.Word && !Current.Is("FROM") ? _tokens[_at++] : throw Unexpected();

    private bool Accept(string word)
    {
        if (!Current.Is(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word))
        {
            throw Unexpected();
        }
    }

    private RefusalException Unexpected() => SoqlLexer.Error(_soql, Current.At, $"unexpected token: '{Current.Value}'");

    private static RefusalException NoColumn(string field, string entity) => Invalid(
        $"No such column '{field}' on entity '{entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.");

    private static RefusalException Invalid(string message) => SalesforceErrors.Refuse(400, "INVALID_FIELD", message);
}
