using System.Buffers;
using System.Globalization;
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
}
