using Json = Support.Sdk.ServiceDesk.ServiceDeskJsonContext;

namespace Support.Sdk.ServiceDesk;

/// <summary>Channels: their names, settings and members (SES-02). Immutable and thread-safe.</summary>
/// <remarks>
/// <see cref="ServiceDeskResult{T}"/> carries refusals of the Service Desk as values; for everything else that goes wrong, methods throw what
/// <see cref="VendorTransport.SendAsync{T}"/> throws. A channel that the technician may not see is refused as <c>channels.not-found</c>, like one that does not exist.
/// Commands take place once, however often they had to be sent, and answer the channel as it then stands: <see langword="null"/> when it is out of the technician's sight.
/// </remarks>
public class ChannelsClient
{
    private static readonly VendorOperation ListOperation = new("service-desk.channels.list", RetryMeaning.Safe);
    private static readonly VendorOperation GetOperation = new("service-desk.channels.get", RetryMeaning.Safe);
    private static readonly VendorOperation CreateOperation = new("service-desk.channels.create", RetryMeaning.Keyed);
    private static readonly VendorOperation RenameOperation = new("service-desk.channels.rename", RetryMeaning.Keyed);
    private static readonly VendorOperation ConfigureOperation = new("service-desk.channels.configure", RetryMeaning.Keyed);
    private static readonly VendorOperation SetMemberOperation = new("service-desk.channels.set-member", RetryMeaning.Keyed);
    private static readonly VendorOperation RemoveMemberOperation = new("service-desk.channels.remove-member", RetryMeaning.Keyed);
    private static readonly VendorOperation RemoveOperation = new("service-desk.channels.remove", RetryMeaning.Keyed);
    private readonly ServiceDeskConnection _connection;

    internal ChannelsClient(ServiceDeskConnection connection) => _connection = connection;

    /// <summary>For test doubles.</summary>
    protected ChannelsClient() => _connection = null!;

    /// <summary>Lists the channels that the technician sees: shared ones in which he is a member, all of them for an administrator, and his own private ones.</summary>
    public virtual VendorPageable<ServiceDeskChannel> List() =>
        _connection.List(ListOperation, VendorPath.Of($"channels"), null, Json.Default.ServiceDeskPageServiceDeskChannel);

    /// <summary>Reads a channel as it stands now, with what the technician may do and why not.</summary>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel>> GetAsync(string channelId, CancellationToken cancellationToken = default) =>
        _connection.AskAsync(VendorRequest.Get(GetOperation, Of(channelId)), Json.Default.ServiceDeskChannel, cancellationToken);

    /// <summary>Creates a channel.</summary>
    /// <param name="channel">The channel; its id is the caller's, so a repeat makes no second one.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel?>> CreateAsync(
        ServiceDeskCreateChannel channel, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return SendAsync(VendorRequest.Post(CreateOperation, VendorPath.Of($"channels"), channel, Json.Default.ServiceDeskCreateChannel), options, cancellationToken);
    }

    /// <summary>Renames a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="name">The name, 64 characters at most; unique among shared channels without regard to case.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel?>> RenameAsync(
        string channelId, string name, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var path = VendorPath.Of($"channels/{channelId}/name");
        return SendAsync(VendorRequest.Put(RenameOperation, path, new() { Name = name }, Json.Default.ServiceDeskRenameChannel), options, cancellationToken);
    }

    /// <summary>Sets a channel's settings, for the sessions that come there from now on.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="settings">All settings: what is left at its default is set to it.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel?>> ConfigureAsync(
        string channelId, ServiceDeskChannelSettings settings, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var path = VendorPath.Of($"channels/{channelId}/settings");
        return SendAsync(VendorRequest.Put(ConfigureOperation, path, settings, Json.Default.ServiceDeskChannelSettings), options, cancellationToken);
    }

    /// <summary>Makes a technician a member of a channel, or sets what the member may do.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="technician">The technician's id.</param>
    /// <param name="membership">What he may do there.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel?>> SetMemberAsync(
        string channelId, string technician, ServiceDeskMembership membership, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(membership);
        var path = VendorPath.Of($"channels/{channelId}/members/{technician}");
        return SendAsync(VendorRequest.Put(SetMemberOperation, path, membership, Json.Default.ServiceDeskMembership), options, cancellationToken);
    }

    /// <summary>Removes a member from a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="technician">The technician's id.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskChannel?>> RemoveMemberAsync(
        string channelId, string technician, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Delete(RemoveMemberOperation, VendorPath.Of($"channels/{channelId}/members/{technician}")), options, cancellationToken);

    /// <summary>Removes a channel for good; its id is never used again.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult> RemoveAsync(
        string channelId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        _connection.TellAsync(VendorRequest.Delete(RemoveOperation, Of(channelId)), options, cancellationToken);

    private static VendorPath Of(string channelId) => VendorPath.Of($"channels/{channelId}");

    private Task<ServiceDeskResult<ServiceDeskChannel?>> SendAsync(VendorRequest request, ServiceDeskCommandOptions options, CancellationToken cancellationToken) =>
        _connection.CommandAsync(request, Json.Default.ServiceDeskChannel, options, cancellationToken);
}
