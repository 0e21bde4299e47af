using System.Text.Json;
using Support.Sdk.Salesforce.Metadata;

namespace Support.Sdk.Salesforce.Tests;

public sealed class VocabularyTests
{
    private static readonly JsonElement Wsdl = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Describes", "partner-wsdl-v47-enumerations.json"))).RootElement;

    [Fact]
    public void FieldTypes_OfTheWsdl_AreTheKnownOnes()
    {
        var wsdl = Words("fieldType");

        wsdl.Except(Known<FieldType>()).ShouldBeEmpty();
    }

    [Fact]
    public void ErrorCodes_Known_StandInTheWsdlOrAreThoseOfRest()
    {
        // REST has a few codes that the WSDL does not list (fact sheet 3).
        var wsdl = Words("StatusCode").Concat(Words("ExceptionCode")).ToHashSet();

        Known<SalesforceErrorCode>().Where(code => !wsdl.Contains(code)).Order().ShouldBe(["NOT_FOUND"]);
    }

    [Fact]
    public void Vocabularies_All_KeepUnknownWordsAndSayNothingByDefault()
    {
        var vocabularies = typeof(SalesforceClient).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Any(face => face.Name.StartsWith("IVocabulary", StringComparison.Ordinal))).ToList();

        vocabularies.Count.ShouldBe(6);
        foreach (var vocabulary in vocabularies)
        {
            Activator.CreateInstance(vocabulary, "a-new-word")!.ToString().ShouldBe("a-new-word");
            Activator.CreateInstance(vocabulary)!.ToString().ShouldBe("");
        }
    }

    private static IEnumerable<string> Known<T>() =>
        typeof(T).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Select(property => property.GetValue(null)!.ToString()!);

    /// <summary>The words of an enumeration, wherever it stands in the file.</summary>
    private static List<string> Words(string name)
    {
        var list = Find(Wsdl, name) ?? throw new InvalidOperationException($"The file has no {name}.");
        return [.. list.EnumerateArray().Select(word => word.GetString()!)];
    }

    private static JsonElement? Find(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == name && property.Value.ValueKind == JsonValueKind.Array)
            {
                return property.Value;
            }

            if (Find(property.Value, name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
