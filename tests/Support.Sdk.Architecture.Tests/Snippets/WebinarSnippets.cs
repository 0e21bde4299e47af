using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Architecture.Snippets;

public sealed class WebinarSnippets
{
    [Fact]
    public void Mapping_OfContacts_WritesRows()
    {
        var document =
            """
            {
              "version": 1, "object": "Contact", "primaryKey": "Email",
              "fields": [
                { "field": "Email", "source": "email", "convert": [{ "kind": "trim" }, { "kind": "case", "to": "lower" }] },
                { "field": "LastName", "source": "lastName" }
              ]
            }
            """u8;
        var contact = new TargetObject("Contact",
        [
            new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true },
            new("LastName", TargetFieldType.String) { Label = "Last Name", Length = 80, IsNillable = false },
        ]);
        ReadOnlyMemory<byte>[] registrants = ["""{"id":"1","email":" Ann@Example.com","lastName":"Lee"}"""u8.ToArray(), """{"id":"2","email":"bob@example.com"}"""u8.ToArray()];
        var texts = new TextCatalog([WebinarTexts.Source]);
        var report = new List<string>();
        #region WebinarMapping
        var mapping = WebinarMapping.Parse(document);                           // throws with every place that is wrong; TryParse does not throw
        foreach (var problem in MappingValidator.Validate(mapping, contact))    // all problems at once: warnings too
        {
            report.Add($"{problem.Place}: {texts.Write(problem.Refusal, CultureInfo.GetCultureInfo("fr"))}");
        }

        var plan = MappingPlan.Compile(mapping, contact);                       // once; may be shared
        var row = plan.CreateRow(ParticipantKind.Registrant);                   // one for each thread, filled again and again
        var csv = new ArrayBufferWriter<byte>();
        plan.WriteCsvHeader(csv);
        foreach (var json in registrants)                                       // UTF-8, as Webex sends them
        {
            if (row.Read(json.Span))
            {
                row.WriteCsv(csv);
                continue;
            }

            foreach (var issue in row.Issues)                                   // values, not exceptions
            {
                report.Add(texts.Write(row.Describe(issue), CultureInfo.GetCultureInfo("fr")));
            }
        }
        #endregion

        Assert.Equal("Email,LastName\nann@example.com,Lee\n", System.Text.Encoding.UTF8.GetString(csv.WrittenSpan));
        Assert.Equal(2, report.Count);
    }

    [Fact]
    public async Task KeyChange_IsForecast()
    {
        var number = new TargetField("Number__c", TargetFieldType.String) { IsUnique = true };
        var email = new TargetField("Email", TargetFieldType.Email);
        var cancellationToken = TestContext.Current.CancellationToken;
        #region WebinarKeyChange
        // Records imported before, with the values of both fields, streamed from wherever they are.
        var forecast = await KeyChangeCheck.PredictAsync(from: number, to: email, ImportedAsync(), cancellationToken);
        var mayConfirm = forecast.IsSafe;            // else: forecast.Lost are inserted again, forecast.Shared become conflicts
        #endregion

        Assert.False(mayConfirm);

        static async IAsyncEnumerable<ExistingKey> ImportedAsync()
        {
            await Task.Yield();
            yield return new ExistingKey("003A", "n1", null);
        }
    }

    [Fact]
    public async Task ImportPlan_SaysWhatWouldBeDone()
    {
        var contact = new TargetObject("Contact",
        [
            new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true },
            new("LastName", TargetFieldType.String) { Label = "Last Name", Length = 80, IsNillable = false },
        ]);
        var mapping = new WebinarMapping("Contact", "Email", [new("Email", WebinarField.Email), new("LastName", WebinarField.LastName)]);
        var plan = MappingPlan.Compile(mapping, contact);
        var (webinarId, culture, cancellationToken) = ("webinar", CultureInfo.InvariantCulture, TestContext.Current.CancellationToken);
        var (lookup, texts, report) = (new OneContact(), new TextCatalog([WebinarTexts.Source]), new List<string>());
        var rows = RowsAsync(plan);
        #region WebinarImportPlan
        using var planner = new ImportPlanner(plan, webinarId, lookup);         // lookup: IRecordLookup, finds records by keys, a batch at a time
        await foreach (var row in planner.PlanAsync(rows, cancellationToken: cancellationToken))
        {
            report.Add($"{row.Row.Number} {row.Row.SourceId} {row.Action}: {texts.Write(row.Describe(), culture)}");
            foreach (var change in row.GetChanges())
            {
                report.Add($"  {change.Field.Label}: {change.Before} → {change.After}");
            }
        }

        var confirmed = planner.Fingerprint;                                    // counts, and SHA-256 over mapping, rows and matched versions
        #endregion

        Assert.Equal(["1 w1 Update: The record 003A has this key and is updated.", "  Last Name: Old → Lee", "2 w2 Skip: Row 1 has the same key and stands for this person. This row is not imported."], report);
        Assert.Equal(64, confirmed.Value.Length);

        static async IAsyncEnumerable<ImportRow> RowsAsync(MappingPlan plan)
        {
            await Task.Yield();
            var mapped = plan.CreateRow(ParticipantKind.Registrant);
            _ = mapped.Read("""{"id":"w1","email":"ann@example.com","lastName":"Lee"}"""u8);
            yield return ImportRow.Of(mapped, 1);
            _ = mapped.Read("""{"id":"w2","email":" Ann@Example.com","lastName":"Lee"}"""u8);
            yield return ImportRow.Of(mapped, 2);
        }
    }

    private sealed class OneContact : IRecordLookup
    {
        public async IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new ExistingRecord("003A", "ann@example.com", ["ann@example.com", "Old"]);
        }
    }
}
