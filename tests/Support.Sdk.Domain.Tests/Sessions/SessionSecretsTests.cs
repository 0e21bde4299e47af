using System.Security.Cryptography;
using Shouldly;
using Support.Sdk.Sessions;

namespace Support.Sdk.Tests.Sessions;

public sealed class SessionSecretsTests
{
    [Fact]
    public void Create_BytesThatWouldFavourSomeDigits_ThrowsThemAway()
    {
        using var source = new Script(255, 250, 0, 251, 9, 10, 249, 99, 137);

        new SessionSecretsGenerator(source).Create().Pin.ShouldBe("090997");
    }

    [Fact]
    public void Create_EveryByteOnce_DrawsEveryDigitEquallyOften()
    {
        using var source = new Script([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        var generator = new SessionSecretsGenerator(source, 5);
        var digits = Enumerable.Range(0, 50).SelectMany(_ => generator.Create().Pin).ToLookup(digit => digit);

        digits.Count.ShouldBe(10);
        digits.ShouldAllBe(group => group.Count() == 25);
    }

    [Fact]
    public void Create_LinkToken_Has128BitsOfTheSource()
    {
        using var source = RandomNumberGenerator.Create();
        var generator = new SessionSecretsGenerator(source);

        var tokens = Enumerable.Range(0, 100).Select(_ => generator.Create().LinkToken).ToList();

        tokens.ShouldBeUnique();
        tokens.ShouldAllBe(token => System.Buffers.Text.Base64Url.DecodeFromChars(token).Length == 16);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(12)]
    public void Create_OtherLength_IsKept(int length)
    {
        using var source = RandomNumberGenerator.Create();

        new SessionSecretsGenerator(source, length).Create().Pin.Length.ShouldBe(length);
    }

    [Fact]
    public void Create_BrokenSource_ThrowsInsteadOfRunningForever()
    {
        using var source = new Script(255);

        Should.Throw<InvalidOperationException>(() => new SessionSecretsGenerator(source).Create()).Message.ShouldContain("RandomNumberGenerator.Create()");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(13)]
    public void Constructor_LengthOutOfRange_Throws(int length)
    {
        using var source = new Script(0);

        Should.Throw<ArgumentOutOfRangeException>(() => new SessionSecretsGenerator(source, length)).ParamName.ShouldBe("pinLength");
    }

    [Theory]
    [InlineData("12345x", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("123", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("123456", "AAAA")]
    [InlineData("123456", "AAAAAAAAAAAAAAAAAAAA+/")]
    public void Secrets_NotOfTheForm_ThrowWithoutNamingThem(string pin, string token)
    {
        var message = Should.Throw<ArgumentException>(() => new SessionSecrets(pin, token)).Message;

        message.ShouldNotContain(pin);
        message.ShouldNotContain(token);
    }

    // Bytes one at a time come from the script, again and again; tokens are zeros.
    private sealed class Script(params byte[] values) : RandomNumberGenerator
    {
        private int _next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data)
        {
            if (data.Length > 1)
            {
                data.Clear();
                return;
            }

            data[0] = values[_next++ % values.Length];
        }
    }
}
