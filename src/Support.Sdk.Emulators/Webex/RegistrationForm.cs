using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Webex;

/// <summary>A registration form as the service shows it, and what registrants answer to it.</summary>
internal sealed class RegistrationForm
{
    private const int FirstQuestionId = 330_521;

    private static readonly string[] Always = ["requireFirstName", "requireLastName", "requireEmail"];

    private static readonly (string Flag, string Field, Func<WebinarPerson, JsonNode> Value)[] Optional =
    [
        ("requireJobTitle", "jobTitle", person => person.JobTitle),
        ("requireCompanyName", "companyName", person => person.CompanyName),
        ("requireAddress1", "address1", person => person.Address1),
        ("requireAddress2", "address2", person => person.Address2),
        ("requireCity", "city", person => person.City),
        ("requireState", "state", person => person.State),
        ("requireZipCode", "zipCode", person => person.ZipCode),
        ("requireCountryRegion", "countryRegion", person => person.CountryRegion),
        ("requireWorkPhone", "workPhone", person => person.WorkPhone),
        ("requireFax", "fax", person => person.Fax),
    ];

    private readonly (string Field, Func<WebinarPerson, JsonNode> Value)[] _shown;
    private readonly bool _hasRegistrationId;
    private readonly (int Id, string[] Options)[] _questions;

    /// <summary>Takes a form of a request: what it leaves out is off, and questions and options get their ids.</summary>
    public RegistrationForm(JsonObject given)
    {
        Json = new JsonObject { ["autoAcceptRequest"] = Flag(given, "autoAcceptRequest") };
        foreach (var name in Always)
        {
            Json[name] = true;
        }

        foreach (var (flag, _, _) in Optional)
        {
            Json[flag] = Flag(given, flag);
        }

        _hasRegistrationId = Flag(given, "enabledRegistrationId");
        Json["enabledRegistrationId"] = _hasRegistrationId;
        var questions = (given["customizedQuestions"]?.AsArray() ?? []).Select((question, index) => Question(question!.AsObject(), FirstQuestionId + index)).ToList();
        Json["customizedQuestions"] = new JsonArray([.. questions]);
        Json["rules"] = given["rules"]?.DeepClone() ?? new JsonArray();
        _shown = [.. Optional.Where(field => Flag(given, field.Flag)).Select(field => (field.Field, field.Value))];
        _questions = [.. questions.Select((question, index) => (FirstQuestionId + index, Options(question)))];
    }

    public JsonObject Json { get; }

    public JsonObject Render(WebinarRegistrant registrant)
    {
        var person = registrant.Person;
        var json = new JsonObject
        {
            ["id"] = registrant.Id,
            ["status"] = registrant.Status,
            ["firstName"] = person.FirstName,
            ["lastName"] = person.LastName,
            ["email"] = person.Email,
        };
        foreach (var (field, value) in _shown)
        {
            json[field] = value(person);
        }

        json["registrationTime"] = registrant.RegisteredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json["customizedQuestions"] = new JsonArray([.. _questions.Select(question => Answer(question.Id, question.Options, registrant.Index))]);
        if (_hasRegistrationId)
        {
            json["registrationId"] = (100_000 + registrant.Index).ToString(CultureInfo.InvariantCulture);
        }

        return json;
    }

    private static bool Flag(JsonObject json, string name) => json[name]?.GetValue<bool>() ?? false;

    /// <summary>Ids are texts in forms, although numbers in answers, as in the vendor's examples.</summary>
    private static JsonObject Question(JsonObject given, int id)
    {
        var question = new JsonObject { ["id"] = id.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, value) in given.Where(static property => property.Key is not ("id" or "options")))
        {
            question[name] = value?.DeepClone();
        }

        if (given["options"] is JsonArray options)
        {
            question["options"] = new JsonArray(
                [.. options.Select((option, index) => new JsonObject { ["id"] = (index + 1).ToString(CultureInfo.InvariantCulture), ["value"] = option!["value"]?.DeepClone() })]);
        }

        return question;
    }

    private static string[] Options(JsonObject question) => [.. (question["options"]?.AsArray() ?? []).Select(static option => (string)option!["value"]!)];

    private static JsonObject Answer(int questionId, string[] options, int index)
    {
        var answer = options.Length == 0
            ? new JsonObject { ["answer"] = $"Answer {index.ToString(CultureInfo.InvariantCulture)}" }
            : new JsonObject { ["optionId"] = (index % options.Length) + 1, ["answer"] = options[index % options.Length] };
        return new JsonObject { ["questionId"] = questionId, ["answers"] = new JsonArray(answer) };
    }
}
