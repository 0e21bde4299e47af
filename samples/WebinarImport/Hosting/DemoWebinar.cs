using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;

namespace WebinarImportSample.Hosting;

/// <summary>
/// The webinar that the emulators have: of each hundred registrants, ten are contacts already, with another title; one registered twice, the second time in capital letters. Of each
/// two hundred, one left out the last name, and one gave no address to write to; one of each five hundred has the address of two contacts.
/// </summary>
internal static class DemoWebinar
{
    /// <summary>The webinar. Nobody was rejected: those would not be imported.</summary>
    public static WebinarSeed Seed(int rows) => new()
    {
        Title = "Spring webinar",
        Start = new DateTimeOffset(2030, 5, 14, 9, 0, 0, TimeSpan.Zero),
        Registrants = rows,
        RejectedPercent = 0,
        Person = Person,
    };

    public static WebinarPerson Person(int index) => (index % 200) switch
    {
        99 or 199 => WebinarPerson.Of(index - 1) with { Email = WebinarPerson.Of(index - 1).Email.ToUpperInvariant() },
        57 => WebinarPerson.Of(index) with { LastName = "" },
        157 => WebinarPerson.Of(index) with { Email = "unknown" },
        _ => WebinarPerson.Of(index),
    };

    /// <summary>The contacts that are there before.</summary>
    public static void AddContacts(SalesforceEmulator salesforce, int rows)
    {
        for (var i = 0; i < rows; i += 10)
        {
            Add(salesforce, Person(i), "Trainee");
            if (i % 500 == 20)
            {
                Add(salesforce, Person(i), "Namesake");
            }
        }
    }

    private static void Add(SalesforceEmulator salesforce, WebinarPerson person, string title) =>
        salesforce.AddRecord("Contact", ("Email", person.Email), ("FirstName", person.FirstName), ("LastName", person.LastName), ("Title", title));
}
