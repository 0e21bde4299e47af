using System.Globalization;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Somebody who is invited to a seeded webinar, registers for it or attends it.</summary>
/// <remarks>Immutable. None of them has an account at the emulator.</remarks>
public sealed record WebinarPerson
{
    private static readonly string[] FirstNames = ["Ada", "Björn", "Chloé", "Dmitri", "Elena", "Farid", "Grace", "Hiro", "Inès", "João", "Katarzyna", "Liam", "Mei", "Noah", "Olga", "Priya"];

    private static readonly string[] AsciiFirstNames = ["ada", "bjorn", "chloe", "dmitri", "elena", "farid", "grace", "hiro", "ines", "joao", "katarzyna", "liam", "mei", "noah", "olga", "priya"];

    private static readonly string[] LastNames = ["Archer", "Bauer", "Costa", "Dubois", "Eriksen", "Ferrari", "Garcia", "Hansen", "Ito", "Jones", "Keller", "Lefevre", "Moreau", "Novak", "Okafor", "Patel", "Quinn", "Rossi", "Smith"];

    private static readonly string[] Titles = ["Engineer", "Head of Sales", "Buyer", "Managing Director", "Student", "Administrator", "Consultant"];

    private static readonly string[] Companies = ["Contoso, Ltd.", "Fabrikam", "Example \"Best\" GmbH", "Northwind Traders", "Adatum", "Müller & Söhne"];

    private static readonly (string City, string State, string Country)[] Places =
        [("Paris", "Île-de-France", "France"), ("Berlin", "Berlin", "Germany"), ("Austin", "Texas", "United States"), ("Lyon", "Rhône", "France"), ("Porto", "Porto", "Portugal")];

    /// <summary>The first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The last name.</summary>
    public required string LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The job title.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>The company.</summary>
    public string CompanyName { get; init; } = "";

    /// <summary>The first line of the address.</summary>
    public string Address1 { get; init; } = "";

    /// <summary>The second line of the address.</summary>
    public string Address2 { get; init; } = "";

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state.</summary>
    public string State { get; init; } = "";

    /// <summary>The postal code, a number as the vendor gives it.</summary>
    public int ZipCode { get; init; }

    /// <summary>The country or region.</summary>
    public string CountryRegion { get; init; } = "";

    /// <summary>The telephone number.</summary>
    public string WorkPhone { get; init; } = "";

    /// <summary>The fax number.</summary>
    public string Fax { get; init; } = "";

    /// <summary>The person of an index: always the same, with an address that no other index has.</summary>
    /// <param name="index">From 0.</param>
    public static WebinarPerson Of(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (first, last, place) = (index % FirstNames.Length, index % LastNames.Length, Places[index % Places.Length]);
        var number = index.ToString(CultureInfo.InvariantCulture);
        return new WebinarPerson
        {
            FirstName = FirstNames[first],
            LastName = LastNames[last],
            Email = $"{AsciiFirstNames[first]}.{LastNames[last].ToLowerInvariant()}.{number}@example.com",
            JobTitle = Titles[index % Titles.Length],
            CompanyName = Companies[index % Companies.Length],
            Address1 = number + " Main Street",
            City = place.City,
            State = place.State,
            ZipCode = 10000 + (index % 80000),
            CountryRegion = place.Country,
            WorkPhone = "+33 1 " + number.PadLeft(8, '0'),
        };
    }

    /// <summary>Nothing personal.</summary>
    public override string ToString() => nameof(WebinarPerson);
}
