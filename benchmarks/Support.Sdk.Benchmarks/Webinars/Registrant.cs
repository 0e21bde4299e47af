namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>A registrant as a typed client has it: every property that Webex documents.</summary>
public sealed class Registrant : IRegistrant
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? JobTitle { get; set; }

    public string? CompanyName { get; set; }

    public string? Address1 { get; set; }

    public string? Address2 { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public long? ZipCode { get; set; }

    public string? CountryRegion { get; set; }

    public string? WorkPhone { get; set; }

    public string? Fax { get; set; }

    public DateTimeOffset? RegistrationTime { get; set; }

    public string? RegistrationId { get; set; }

    public string? SourceId { get; set; }

    public Question[]? CustomizedQuestions { get; set; }

    public sealed class Question
    {
        public long QuestionId { get; set; }

        public Reply[]? Answers { get; set; }
    }

    public sealed class Reply
    {
        public long? OptionId { get; set; }

        public string? Answer { get; set; }
    }
}
