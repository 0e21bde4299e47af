using Microsoft.Extensions.Options;

namespace Support.Sdk.Http;

internal sealed class CheckedOptions<TOptions>(string name, Func<TOptions, IReadOnlyList<string>> check) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name1, TOptions options)
    {
        if ((name1 ?? "") != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = check(options);
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => $"{typeof(TOptions).Name}{(name.Length == 0 ? "" : $" '{name}'")}: {failure}"));
    }
}
