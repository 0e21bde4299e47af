using System.Text;
using Support.Sdk.Salesforce.Bulk;

namespace Support.Sdk.Salesforce.Tests;

public sealed class CsvTests
{
    private static readonly BulkJob Job = new() { Id = "750x" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r\n1,2\r\n3,4", "1|2;3|4")]
    [InlineData("\"a\",\"b\"\n\"x\"\"y\",\"line\none\"\n", "x\"y|line\none")]
    [InlineData("a,b\n,\n", "|")]
    [InlineData("a,b\n\"\",\" c \"\n", "| c ")]
    [InlineData("\uFEFFa,b\n\u00e9\u4e2d,\U0001F600\n", "\u00e9\u4e2d|\U0001F600")]
    [InlineData("a,b\n1\r2,\"3\r4\"\n", "1\r2|3\r4")]
    [InlineData("a,b\n", "")]
    [InlineData("", "")]
    public async Task Read_OfCsv_GivesItsRows(string csv, string expected)
    {
        // One byte at a time and all at once: no boundary may matter.
        (await ReadAsync(new TricklingStream(Encoding.UTF8.GetBytes(csv), 1))).ShouldBe(expected);
        (await ReadAsync(new TricklingStream(Encoding.UTF8.GetBytes(csv), int.MaxValue))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a,b\n\"x\"y,2\n")]
    [InlineData("a,b\nx\"y,2\n")]
    [InlineData("a,b\n\"open,2\n")]
    [InlineData("a,b\n1\n")]
    [InlineData("a,b\n1,2,3\n")]
    public async Task Read_OfWhatIsNoCsv_Throws(string csv) =>
        await Should.ThrowAsync<SupportContentException>(() => ReadAsync(new TricklingStream(Encoding.UTF8.GetBytes(csv), 3)));

    [Fact]
    public async Task Read_OfAStreamThatBreaks_SaysSo()
    {
        var failure = await Should.ThrowAsync<SupportConnectionException>(() => ReadAsync(new TricklingStream("a,b\n1,2\n3,"u8.ToArray(), 4, breaks: true)));

        failure.Failure.ShouldBe(ConnectionFailure.Interrupted);
    }

    [Fact]
    public async Task Read_OfTheFirstRows_LeavesTheOthersOnTheWire()
    {
        var body = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"{i},\"x,{i}\"\n")));
        using var stream = new TricklingStream(body, int.MaxValue);
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv(stream);
        var rows = 0;

        await foreach (var row in host.Client.BulkIngest.GetSuccessfulAsync(Job, Ct))
        {
            row["b"].ShouldBe($"x,{rows}");
            if (++rows == 10)
            {
                break;
            }
        }

        body.Length.ShouldBeGreaterThan(1_000_000);
        stream.Position.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task Write_OfRows_CanBeReadBack()
    {
        using var stream = new MemoryStream();
        await using (var csv = new BulkCsvWriter(stream, ["LastName", "Note"], lineEnding: LineEnding.CrLf))
        {
            await csv.WriteAsync(["O\"Hara, Ada", "two\nlines"], Ct);
            await csv.WriteAsync([default, FieldValue.Null], Ct);
            await csv.WriteAsync([12.5m, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)], Ct);
            await csv.WriteAsync([" edge", true], Ct);
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            "LastName,Note\r\n\"O\"\"Hara, Ada\",\"two\nlines\"\r\n,#N/A\r\n12.5,2026-03-02T09:00:00.000Z\r\n\" edge\",true\r\n");
        stream.Position = 0;
        (await ReadAsync(stream)).ShouldBe("O\"Hara, Ada|two\nlines;|#N/A;12.5|2026-03-02T09:00:00.000Z; edge|true");
    }

    [Fact]
    public async Task Write_OfManyRows_IsFlushedOnTheWay()
    {
        using var stream = new MemoryStream();
        await using var csv = new BulkCsvWriter(stream, ["LastName"], ColumnDelimiter.Semicolon);
        for (var i = 0; i < 10_000; i++)
        {
            await csv.WriteAsync([$"name;{i}"], Ct);
        }

        stream.Length.ShouldBeInRange(90_000, 160_000);
    }

    [Fact]
    public async Task Write_OfWhatCannotBeWritten_Throws()
    {
        using var stream = new MemoryStream();
        await using var csv = new BulkCsvWriter(stream, ["LastName"]);

        Should.Throw<ArgumentException>(() => csv.WriteAsync(["#N/A"], Ct)).Message.ShouldContain("FieldValue.Null");
        Should.Throw<ArgumentException>(() => csv.WriteAsync(["a", "b"], Ct));
        Should.Throw<ArgumentException>(() => new BulkCsvWriter(stream, []));
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv(stream);
        var rows = new List<string>();
        await foreach (var row in host.Client.BulkIngest.GetSuccessfulAsync(Job, Ct))
        {
            rows.Add(string.Join('|', row.Values));
        }

        return string.Join(';', rows);
    }
}
