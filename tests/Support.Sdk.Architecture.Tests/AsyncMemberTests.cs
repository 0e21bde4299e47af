using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;

namespace Support.Sdk.Architecture;

public sealed class AsyncMemberTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void AsyncMembers_OfEachPackage_EndInAnOptionalCancellationToken(string package)
    {
        var offenders = Packages.PublicTypes(package)
            .SelectMany(type => type.GetMethods(Declared).Where(method => IsVisible(method) && IsAsync(method) && !IsDictated(method)))
            .Where(method => !EndsInToken(method))
            .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}");

        offenders.ShouldBeEmpty("An asynchronous member ends in 'CancellationToken cancellationToken = default'.");
    }

    [Fact]
    public void AsyncMembers_OfTheWorkflows_AreSeen()
    {
        var workflow = Packages.PublicTypes("Support.Sdk").Single(type => type.Name == "MeetingWorkflow");

        workflow.GetMethods(Declared).Count(method => IsVisible(method) && IsAsync(method) && EndsInToken(method)).ShouldBeGreaterThan(5);
    }

    private static bool IsVisible(MethodInfo method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAsync(MethodInfo method)
    {
        var type = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        return type == typeof(Task) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>)
            || type == typeof(IAsyncEnumerable<>) || method.IsDefined(typeof(AsyncStateMachineAttribute));
    }

    private static bool EndsInToken(MethodInfo method) =>
        method.GetParameters() is [.., { ParameterType: var type, Name: "cancellationToken", HasDefaultValue: true }] && type == typeof(CancellationToken);

    /// <summary>Whether the framework wrote the signature: an override or implementation of one of its members, such as DisposeAsync or SendAsync.</summary>
    private static bool IsDictated(MethodInfo method) =>
        IsForeign(method.GetBaseDefinition().DeclaringType!)
        || (!method.DeclaringType!.IsInterface && method.DeclaringType.GetInterfaces().Where(IsForeign)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method)));

    private static bool IsForeign(Type type) => !type.Assembly.GetName().Name!.StartsWith(Packages.Prefix, StringComparison.Ordinal);
}
