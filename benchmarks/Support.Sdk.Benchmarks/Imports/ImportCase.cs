using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Webinars;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// The import that both programs do: registrants of one webinar become contacts by their e-mail address. Of each hundred, twenty are contacts already, with an older title;
/// one registered twice, with the address in capital letters; of each two hundred, one has no last name and one has no address to write to.
/// </summary>
internal static class ImportCase
{
    /// <summary>Eleven columns, three of them converted.</summary>
    public static WebinarMapping Mapping { get; } = new(
        "Contact",
        "Email",
        [
            new("Email", WebinarField.Email) { Conversions = [new FieldConversion.Trim(), new FieldConversion.Case(LetterCase.Lower)] },
            new("FirstName", WebinarField.FirstName),
            new("LastName", WebinarField.LastName),
            new("Title", new("jobTitle")),
            new("Phone", new("workPhone")) { Conversions = [new FieldConversion.Phone("33")] },
            new("MailingStreet", new("address1")),
            new("MailingCity", new("city")),
            new("MailingState", new("state")),
            new("MailingPostalCode", new("zipCode")),
            new("MailingCountry", WebinarField.CountryRegion) { Conversions = [new FieldConversion.Country(CountryForm.Alpha2)] },
            new("Description", null) { Conversions = [new FieldConversion.Constant("Registered for a webinar")] },
        ]);

    public static WebinarPerson Person(int index)
    {
        var person = WebinarPerson.Of(index);
        return (index % 200) switch
        {
            99 or 199 => WebinarPerson.Of(index - 1) with { Email = WebinarPerson.Of(index - 1).Email.ToUpperInvariant() },
            150 => person with { LastName = "" },
            151 => person with { Email = "unknown" },
            _ => person,
        };
    }

    public static WebinarSeed Webinar(int rows) => new()
    {
        Title = "Benchmark",
        Start = new DateTimeOffset(2030, 1, 1, 9, 0, 0, TimeSpan.Zero),
        Registrants = rows,
        RejectedPercent = 0, // The importer leaves them out, the program by hand does not know of them.
        Person = Person,
    };

    /// <summary>People of other addresses, enough of them for a bulk job.</summary>
    public static WebinarSeed WarmUp { get; } = new()
    {
        Title = "Warm-up",
        Start = new DateTimeOffset(2030, 1, 2, 9, 0, 0, TimeSpan.Zero),
        Registrants = 2_500,
        Person = static index => WebinarPerson.Of(index) with { Email = FormattableString.Invariant($"warm-up.{index}@example.com") },
    };

    /// <summary>Fills an org with the contacts that are there before the import.</summary>
    public static void Seed(SalesforceEmulator salesforce, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            if (i % 5 == 0 && i % 200 != 150)
            {
                var person = Person(i);
                salesforce.AddRecord("Contact", ("Email", person.Email), ("FirstName", person.FirstName), ("LastName", person.LastName), ("Title", "Trainee"));
            }
        }
    }
}
