using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The one rule for names of templates, at saving and at renaming (spec decision 13, shipping:C09).</summary>
internal static class TemplateNames
{
    public static Ask<string> Ask(Ask<string> name) => name.Label(TemplateTexts.NameLabel).Help(TemplateTexts.NameHelp).Sample("Mary, New York").Length(1, Template.LongestName);

    public static Template? Same(IEnumerable<Template> templates, string name) => templates.FirstOrDefault(template => template.IsCalled(name));
}
