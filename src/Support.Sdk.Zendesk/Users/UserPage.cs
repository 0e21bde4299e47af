using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Users;

internal sealed class UserPage : ListPage
{
    public IReadOnlyList<User> Users { get; init => field = value ?? []; } = [];
}
