namespace Lavka.Pure.Talk.Random;

/// <summary>The kinds of questions.</summary>
internal enum Sort
{
    Words,
    Count,
    Pick,
    Many,
    Confirm,
    Day,
    Stay,
    Photo,
    Photos,
    File,
    Contact,
    Place,
    Secret,
}
