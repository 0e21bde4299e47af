using Microsoft.Playwright;
using Shouldly;

namespace Support.Sdk.ServiceDeskConsole.Tests.Hosting;

/// <summary>What holds for every page, whatever it shows; measured in the browser.</summary>
internal static class PageChecks
{
    /// <summary>Texts whose contrast to what lies behind them is below that of WCAG AA: 4.5, or 3 for large ones.</summary>
    public static async Task ToHaveContrastAsync(this IPage page) => (await page.EvaluateAsync<string[]>(
        """
        () => {
          const channels = color => { const m = color.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
          const linear = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
          const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const ground = element => {
            for (let e = element; e; e = e.parentElement) {
              const color = channels(getComputedStyle(e).backgroundColor);
              if (color[3] === 1) { return color; }
              if (color[3] !== 0) { throw new Error(`half transparent: ${e.className}`); }
            }
            return [255, 255, 255, 1];
          };
          const bad = [];
          let texts = 0;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, .skip, script, option')) { continue; }
            texts++;
            const style = getComputedStyle(element);
            const [light, dark] = [luminance(channels(style.color)), luminance(ground(element))].sort((a, b) => b - a);
            const ratio = (light + 0.05) / (dark + 0.05);
            const size = parseFloat(style.fontSize);
            if (ratio < (size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5)) {
              bad.push(`${ratio.toFixed(2)} "${walker.currentNode.data.trim()}" ${style.color}`);
            }
          }
          if (texts === 0) { bad.push('there was no text'); }
          return bad;
        }
        """)).ShouldBeEmpty(page.Url);

    /// <summary>Nothing is wider than the window, so that nobody has to scroll sideways.</summary>
    public static async Task ToFitAsync(this IPage page) => (await page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return []; }
          return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1).map(e => `${e.nodeName} ${e.className}`);
        }
        """)).ShouldBeEmpty(page.Url);

    /// <summary>A language, a title, one main heading, and a name for everything that can be operated; ids are unique and what is referred to is there.</summary>
    public static async Task ToBeWellFormedAsync(this IPage page)
    {
        (await page.TitleAsync()).ShouldNotBeNullOrWhiteSpace();
        (await page.EvaluateAsync<string[]>(
            """
            () => {
              const bad = [];
              if (!document.documentElement.lang) { bad.push('no language'); }
              if (document.querySelectorAll('h1').length !== 1) { bad.push('not one h1'); }
              for (const e of document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea')) {
                const name = e.getAttribute('aria-label') || e.innerText?.trim() || [...(e.labels ?? [])].map(l => l.textContent).join('');
                if (!name) { bad.push(`no name: ${e.outerHTML.slice(0, 120)}`); }
              }
              for (const name of ['aria-describedby', 'aria-labelledby', 'for']) {
                for (const e of document.querySelectorAll(`[${name}]`)) {
                  if (!document.getElementById(e.getAttribute(name))) { bad.push(`${name} leads nowhere: ${e.getAttribute(name)}`); }
                }
              }
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              bad.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `twice: ${id}`));
              return bad;
            }
            """)).ShouldBeEmpty(page.Url);
    }
}
