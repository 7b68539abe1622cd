namespace Lavka.Pure.Talk.Samples;

public enum Way
{
    Courier,
    Locker,
}
