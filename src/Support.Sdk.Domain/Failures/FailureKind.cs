namespace Support.Sdk.Failures;

/// <summary>What a failure at a vendor means for those who depend on it.</summary>
public enum FailureKind
{
    /// <summary>It may pass by itself: no connection, overload, rate limit, a fault of the vendor. Trying again later can help.</summary>
    Transient,

    /// <summary>The thing does not exist, or may not be seen.</summary>
    NotFound,

    /// <summary>The vendor understood and refused. The same request will be refused again.</summary>
    Refused,

    /// <summary>The consent is gone or the credentials are wrong: somebody has to sign in again.</summary>
    Reauthorization,

    /// <summary>Somebody else changed the thing meanwhile: read it again and decide again.</summary>
    Conflict,
}
