namespace Support.Sdk.Sessions;

/// <summary>A technician's request to connect, as the end user is asked it.</summary>
/// <param name="Id">The request; the answer names it.</param>
/// <param name="Technician">Who asks.</param>
/// <param name="AnswerBy">Until when it can be answered (UTC); exactly then it is too late.</param>
public sealed record EndUserRequest(string Id, string Technician, DateTimeOffset AnswerBy);
