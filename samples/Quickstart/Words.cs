using System.Resources;
using Support.Sdk.Texts;

namespace Quickstart;

/// <summary>What the story itself says, in English and French: a text source like any that a host application adds to the SDK's.</summary>
internal static class Words
{
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(Words)));
}
