using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Tests;

public sealed class SoqlTests
{
    private static readonly char[] AwkwardCharacters =
        ['\'', '\\', '\n', '\t', 'a', 'Z', '0', '-', '.', '_', '~', '%', '+', ' ', '\0', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\ud83d', '\udc00'];

    [Theory]
    [InlineData("Ada", "'Ada'")]
    [InlineData("O'Hara", @"'O\'Hara'")]
    [InlineData("' OR Name != '", @"'\' OR Name != \''")]
    [InlineData(@"\", @"'\\'")]
    [InlineData(@"\' OR Id != null OR Name = \'", @"'\\\' OR Id != null OR Name = \\\''")]
    [InlineData("a\nb\rc\td", @"'a\nb\rc\td'")]
    [InlineData("100%_", "'100%_'")]
    [InlineData("\u2019 OR 1=1", "'\u2019 OR 1=1'")]
    [InlineData("", "''")]
    [InlineData(null, "null")]
    public void Hole_WithAText_IsOneLiteral(string? value, string literal) =>
        Soql.Of($"SELECT Id FROM Contact WHERE Name = {value} LIMIT 1").Text.ShouldBe($"SELECT Id FROM Contact WHERE Name = {literal} LIMIT 1");

    [Fact]
    public void Hole_WithAnyText_NeverEndsItsLiteral()
    {
        char[] alphabet = ['\'', '\\', 'a', '%', '\n', '"', ' ', '\u00e9'];
        foreach (var text in from a in alphabet from b in alphabet from c in alphabet from d in alphabet select new string([a, b, c, d]))
        {
            Unquote(Soql.Of($"Name = {text}").Text["Name = ".Length..]).ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u001b")]
    [InlineData("\u007f")]
    public void Hole_WithAControlCharacter_Throws(string value) => Should.Throw<ArgumentException>(() => Soql.Of($"Name = {value}")).Message.ShouldContain("U+");

    [Fact]
    public void Hole_OfEachType_IsItsLiteral()
    {
        DateTimeOffset at = new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1));
        long? nothing = null;

        Soql.Of($"{true} {42} {42L} {12.50m} {at} {new DateOnly(2026, 1, 2)} {nothing} {RecordId.Parse("0012300000bVTq1")}").Text
            .ShouldBe("TRUE 42 42 12.50 2026-01-01T00:00:00.000Z 2026-01-02 null '0012300000bVTq1AAG'");
        Soql.Of($"IN {new[] { "a", "b'c" }} {new List<int> { 1, 2 }} {new[] { new DateOnly(2026, 1, 2) }} {SoqlName.Of(["Id", "Account.Name"])}").Text
            .ShouldBe(@"IN ('a','b\'c') (1,2) (2026-01-02) Id,Account.Name");
    }

    [Fact]
    public void Hole_WithAPattern_EscapesTheWildcardsOfTheText()
    {
        Soql.Of($"Name LIKE {SoqlPattern.StartsWith("100%_'")}").Text.ShouldBe(@"Name LIKE '100\%\_\'%'");
        Soql.Of($"Name LIKE {SoqlPattern.Contains(@"a\b")}").Text.ShouldBe(@"Name LIKE '%a\\b%'");
    }

    [Fact]
    public void Hole_WithAPatternOfControlCharacters_TakesThemForBlanks() =>
        Soql.Of($"Name LIKE {SoqlPattern.StartsWith("a\0b\u001b\u007fc\td")}").Text.ShouldBe(@"Name LIKE 'a b  c\td%'");

    [Fact]
    public void EncodedLength_OfAnyText_IsThatOfTheEscapedText()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = "x" + AnyText(random, AwkwardCharacters);

            Soql.Verbatim(text).EncodedLength.ShouldBe(Uri.EscapeDataString(text).Length, text);
        }
    }

    [Fact]
    public void InBatches_OfAnyTexts_SplitsWhereTheEscapedTextIsFull()
    {
        const int MaxLength = 300;
        var random = new Random(7);
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(_ => AnyText(random, [.. AwkwardCharacters.Where(static c => c is (>= ' ' and not '\u007f') or '\n' or '\t')]))];
        List<string> expected = [];
        List<string> batch = [];
        foreach (var text in texts)
        {
            if (batch.Count > 0 && EscapedLength([.. batch, text]) > MaxLength)
            {
                expected.Add(Query(batch).Text);
                batch = [];
            }

            batch.Add(text);
        }

        // What is counted has a comma behind each value, the query behind all but the last.
        Soql.InBatches(texts, Query, MaxLength).Select(query => query.Text).ShouldBe([.. expected, Query(batch).Text]);

        static Soql Query(IReadOnlyList<string> some) => Soql.Of($"SELECT Id FROM Contact WHERE Name IN {some}");

        static int EscapedLength(IReadOnlyList<string> some) => Uri.EscapeDataString(Query(["", .. some]).Text).Length;
    }

    [Fact]
    public void Hole_WithAPart_IsPutInAsItIs()
    {
        Soql[] conditions = [Soql.Of($"Email = {"a'b"}"), Soql.Of($"Phone = {"1"}")];

        Soql.Of($"SELECT Id FROM Contact WHERE {Soql.Any(conditions)} AND IsDeleted = {false}").Text
            .ShouldBe(@"SELECT Id FROM Contact WHERE (Email = 'a\'b') OR (Phone = '1') AND IsDeleted = FALSE");
    }

    [Fact]
    public void Hole_InsideQuotes_Throws()
    {
        var value = "x";

        Should.Throw<ArgumentException>(() => Soql.Of($"Name = '{value}'")).Message.ShouldContain("quotes");
        Should.Throw<ArgumentException>(() => Soql.Of($"Name = 'it\\'s {value}'"));
        Should.Throw<ArgumentException>(() => Soql.Of($"Name = 'open"));
        Soql.Of($"Name = 'it\\'s' AND X = {value}").Text.ShouldBe(@"Name = 'it\'s' AND X = 'x'");
    }

    [Fact]
    public void Hole_WithAnEmptyList_Throws() => Should.Throw<ArgumentException>(() => Soql.Of($"Id IN {Array.Empty<string>()}")).Message.ShouldContain("empty");

    [Theory]
    [InlineData("Id FROM User --")]
    [InlineData("a'b")]
    [InlineData("1a")]
    [InlineData("Account.")]
    [InlineData("a,b")]
    public void Name_ThatIsMoreThanAName_Throws(string name) => Should.Throw<ArgumentException>(() => SoqlName.Of(name));

    [Fact]
    public void InBatches_OfManyIds_KeepsTheLimitAndLosesNone()
    {
        var ids = Enumerable.Range(0, 5000).Select(i => $"003000000{i:D6}AAA").ToList();
        var seen = new List<string>();

        var queries = Soql.InBatches(ids, some =>
        {
            return Soql.Of($"SELECT Id FROM Contact WHERE Id IN {some}");
        }).ToList();

        queries.ShouldAllBe(query => query.EncodedLength <= SalesforceConstants.MaxQueryLength);
        seen.AddRange(queries.SelectMany(query => query.Text[(query.Text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',')).Select(id => id.Trim('\'')));
        seen.ShouldBe(ids);
        queries.Count.ShouldBeInRange(10, 16);
    }

    [Fact]
    public void InBatches_OfAQueryThatUsesItsListTwice_StillFits()
    {
        var emails = Enumerable.Range(0, 1000).Select(i => $"o'hara+{i}@example.com").ToList();

        var queries = Soql.InBatches(emails, some => Soql.Of($"SELECT Id FROM Lead WHERE Email IN {some} OR Web__c IN {some}"), 4000).ToList();

        queries.ShouldAllBe(query => query.EncodedLength <= 4000);
        queries.Sum(query => query.Text.Split("Web__c")[0].Split("','").Length).ShouldBe(1000);
    }

    [Fact]
    public void InBatches_OfNothing_MakesNoQuery() => Soql.InBatches([], some => Soql.Of($"Id IN {some}")).ShouldBeEmpty();

    [Fact]
    public void InBatches_OfAValueThatNeverFits_Throws() =>
        Should.Throw<ArgumentException>(() => Soql.InBatches([new string('x', 500)], some => Soql.Of($"Id IN {some}"), 100).ToList()).Message.ShouldContain("single value");

    private static string AnyText(Random random, char[] alphabet) => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

    /// <summary>Reads one literal as SOQL does; throws when it ends early or not at all.</summary>
    private static string Unquote(string literal)
    {
        literal[0].ShouldBe('\'');
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < literal.Length; i++)
        {
            if (literal[i] == '\'')
            {
                i.ShouldBe(literal.Length - 1, "the literal ends early");
                return text.ToString();
            }

            text.Append(literal[i] != '\\' ? literal[i] : literal[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var c => c,
            });
        }

        throw new InvalidOperationException("the literal does not end");
    }
}
