using Support.Sdk.AspNetCore.ServiceDesk.Answers;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>What an endpoint takes from a request. When it could not be had, the problem is the answer and the endpoint is not called.</summary>
internal interface IBound
{
    ProblemAnswer? Problem { get; }
}
