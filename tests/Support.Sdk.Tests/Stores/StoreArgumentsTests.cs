using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;

namespace Support.Sdk.Tests.Stores;

public sealed class StoreArgumentsTests
{
    private static readonly StreamId Stream = StreamId.Create("m", "1");

    [Fact]
    public void Throw_NothingGiven_NamesTheCallersParameter()
    {
        StreamId target = default;
        EffectId work = default;
        Lease held = default;
        IndexEntry fact = default;
        var size = 0;
        TokenKey owner = default;

        Should.Throw<ArgumentException>(() => StoreArguments.ThrowIfNoStream(target)).ParamName.ShouldBe("target");
        Should.Throw<ArgumentException>(() => StoreArguments.ThrowIfNoEffect(work)).ParamName.ShouldBe("work");
        Should.Throw<ArgumentException>(() => StoreArguments.ThrowIfNoOwner(held)).ParamName.ShouldBe("held");
        Should.Throw<ArgumentException>(() => StoreArguments.ThrowIfNoEntry(fact)).ParamName.ShouldBe("fact");
        Should.Throw<ArgumentOutOfRangeException>(() => StoreArguments.ThrowIfNoPage(size)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentOutOfRangeException>(() => StoreArguments.ThrowIfNoCount(size)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentException>(() => StoreArguments.ThrowIfNoVendor(owner)).ParamName.ShouldBe("owner");
    }

    [Fact]
    public void Throw_SoundArguments_DoNotThrow()
    {
        StoreArguments.ThrowIfNoStream(Stream);
        StoreArguments.ThrowIfNoEffect(new(Stream, 1, 0));
        StoreArguments.ThrowIfNoOwner(new("host", DateTimeOffset.MinValue));
        StoreArguments.ThrowIfNoEntry(new("name", ""));
        StoreArguments.ThrowIfNoVendor(new("webex", ""));
        foreach (var limit in new[] { 1, StoreArguments.MaxPage })
        {
            StoreArguments.ThrowIfNoPage(limit);
        }

        foreach (var atMost in new[] { 1, StoreArguments.MaxCount })
        {
            StoreArguments.ThrowIfNoCount(atMost);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public void ThrowIfNoPage_OutOfRange_Throws(int limit) => Should.Throw<ArgumentOutOfRangeException>(() => StoreArguments.ThrowIfNoPage(limit));

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void ThrowIfNoCount_OutOfRange_Throws(int atMost) => Should.Throw<ArgumentOutOfRangeException>(() => StoreArguments.ThrowIfNoCount(atMost));
}
