using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

internal static class ServicesExtensions
{
    public static IMeetingProvider Provider(this IServiceProvider services) => services.GetRequiredKeyedService<IMeetingProvider>(MeetingHost.Webex);

    public static IWorkItems WorkItems(this IServiceProvider services) => services.GetRequiredKeyedService<IWorkItems>(WorkItemRef.Zendesk);
}
