using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Support.Sdk.Architecture;

/// <summary>
/// Every option that a host can set is checked when the host starts. Each number, duration and address of each options type that an <c>Add…</c> method takes is set to a
/// value that nobody can mean, alone; the host must not start, and must name the option.
/// </summary>
public sealed class OptionsValidationTests
{
    private static readonly MethodInfo[] Registrations =
    [
        .. from package in Packages.Names
           from type in Packages.PublicTypes(package)
           where type.Namespace == "Microsoft.Extensions.DependencyInjection"
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
           let parameters = method.GetParameters()
           where !method.IsGenericMethod && parameters.Length == 2 && parameters[0].ParameterType == typeof(IServiceCollection)
           where parameters[1].ParameterType is { IsGenericType: true } action && action.GetGenericTypeDefinition() == typeof(Action<>)
           select method,
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Options =>
        from method in Registrations
        from path in Paths(OptionsOf(method), "")
        select new TheoryDataRow<string, string>(method.Name, path);

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Start_WithOneImpossibleValue_FailsAndNamesTheOption(string registration, string path)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddInMemoryStore();
        Register(builder.Services, Registrations.Single(method => method.Name == registration), path);
        using var host = builder.Build();

        var exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        exception.Message.ShouldContain(path.Split('.')[^1]);
    }

    [Fact]
    public void Options_OfTheRegistrations_AreFound()
    {
        Registrations.Select(method => method.Name).ShouldBeUnique();
        Options.Select(row => $"{row.Data.Item1}: {row.Data.Item2}").ShouldContain("AddSupportSdk: Effects.Lease");
        Options.Select(row => $"{row.Data.Item1}: {row.Data.Item2}").ShouldContain("AddSqliteStore: BusyRetries");
    }

    private static Type OptionsOf(MethodInfo method) => method.GetParameters()[1].ParameterType.GetGenericArguments()[0];

    private static IEnumerable<string> Paths(Type type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            var nested = property.PropertyType.Namespace?.StartsWith(Packages.Prefix, StringComparison.Ordinal) == true && property.PropertyType.IsClass;
            if (nested && !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                foreach (var path in Paths(property.PropertyType, $"{prefix}{property.Name}."))
                {
                    yield return path;
                }
            }
            else if (property.SetMethod is { IsPublic: true } && Impossible(property.PropertyType) is not null)
            {
                yield return prefix + property.Name;
            }
        }
    }

    private static object? Impossible(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => int.MinValue,
        var number when number == typeof(long) => long.MinValue,
        var number when number == typeof(double) => double.NaN,
        var duration when duration == typeof(TimeSpan) => TimeSpan.MinValue,
        var address when address == typeof(Uri) => new Uri("ftp://example.com/"),
        { IsEnum: true } choice => Enum.ToObject(choice, 4711),
        _ => null,
    };

    private static void Register(IServiceCollection services, MethodInfo method, string path)
    {
        var configure = typeof(OptionsValidationTests).GetMethod(nameof(Spoil), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(OptionsOf(method))
            .Invoke(null, [path]);
        method.Invoke(null, [services, configure]);
    }

    private static Action<TOptions> Spoil<TOptions>(string path) => options =>
    {
        object target = options!;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            var property = target.GetType().GetProperty(name)!;
            if (property.GetValue(target) is not { } next)
            {
                next = Activator.CreateInstance(property.PropertyType)!;
                property.SetValue(target, next);
            }

            target = next;
        }

        // Rules of a way to sign in hold once it is chosen: naming its client chooses it.
        foreach (var text in target.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite && property.GetValue(target) is null))
        {
            text.SetValue(target, "example");
        }

        var spoiled = target.GetType().GetProperty(names[^1])!;
        spoiled.SetValue(target, Impossible(spoiled.PropertyType));
    };
}
