using System.Text.Json;
using System.Text.Json.Serialization;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public sealed class VocabularyConverterTests
{
    [Theory]
    [InlineData("\"red\"", "red")]
    [InlineData("\"a-new-word\"", "a-new-word")]
    [InlineData("7", "7")]
    [InlineData("true", "True")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\" \"", "")]
    public void Read_AnyScalar_IsAWordOrNone(string json, string word) =>
        JsonSerializer.Deserialize($$"""{"Colour":{{json}}}""", PaintJson.Default.Paint)!.Colour.Value.ShouldBe(word);

    [Theory]
    [InlineData("red", "\"red\"")]
    [InlineData("", "null")]
    public void Write_WordOrNone_IsATextOrNull(string word, string json) =>
        JsonSerializer.Serialize(new Paint(word.Length == 0 ? default : new Colour(word)), PaintJson.Default.Paint).ShouldBe($$"""{"Colour":{{json}}}""");
}

[JsonConverter(typeof(VocabularyConverter<Colour>))]
internal readonly record struct Colour(string? Word) : IVocabulary<Colour>
{
    public string Value => Word ?? "";

    public static Colour From(string value) => new(value);
}

internal sealed record Paint(Colour Colour);

[JsonSerializable(typeof(Paint))]
internal sealed partial class PaintJson : JsonSerializerContext;
