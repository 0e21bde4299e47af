namespace Support.Sdk.Webinars;

/// <summary>A job at the system that writes the rows of one step of a chunk.</summary>
/// <param name="Step">The step.</param>
/// <param name="JobId">The job's id.</param>
public readonly record struct ImportJob(ImportStep Step, string JobId);
