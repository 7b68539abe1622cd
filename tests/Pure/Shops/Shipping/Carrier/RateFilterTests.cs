using Lavka.Kit;
using Lavka.Shops.Shipping;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class RateFilterTests
{
    [Fact, Covers("shipping:E04")]
    public void globalpost_is_never_shown()
    {
        RateFilter.Choose([Rate("globalpost", "globalpost_economy", 1), Rate("ups", "ups_ground", 9)]).Select(rate => rate.CarrierCode).ShouldBe(["ups"]);
        RateFilter.IsShown("globalpost").ShouldBeFalse();
        RateFilter.IsShown("stamps_com").ShouldBeTrue();
    }

    [Fact, Covers("shipping:E03")]
    public void stamps_com_is_usps_and_is_listed_first()
    {
        string[] sold = ["usps_media_mail", "usps_first_class_mail", "usps_ground_advantage", "usps_priority_mail", "usps_priority_mail_express"];
        var chosen = RateFilter.Choose([Rate("ups", "ups_ground", 1), .. sold.Select((service, index) => Rate("stamps_com", service, 2 + index)), Rate("stamps_com", "usps_parcel_select", 1)]);
        chosen.Select(rate => rate.ServiceCode).ShouldBe([.. sold, "ups_ground"]);
        chosen.Take(5).ShouldAllBe(rate => rate.Carrier == Carrier.Usps);
    }

    [Theory]
    [InlineData("usps", "usps_ground_advantage,usps_priority_mail,usps_priority_mail_express", "usps_first_class_mail,usps_media_mail,usps_parcel_select")]
    [InlineData("fedex_walleted", "fedex_ground,fedex_economy,fedex_2day,fedex_standard_overnight,fedex_priority_overnight", "fedex_home_delivery,fedex_2day_am,fedex_first_overnight")]
    [InlineData("ups", "ups_ground,ups_3_day_select,ups_2nd_day_air,ups_next_day_air,ups_next_day_air_saver", "ups_2nd_day_air_am,ups_next_day_air_early_am")]
    [InlineData("ontrac", "ontrac_ground,ontrac_sunrise", "")]
    public void a_carrier_sells_only_what_is_named_and_one_that_is_not_named_sells_all(string carrier, string sold, string kept)
    {
        var services = sold.Split(',');
        var rates = services.Concat(kept.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select((service, index) => Rate(carrier, service, 5 + index));
        RateFilter.Choose(rates).Select(rate => rate.ServiceCode).ShouldBe(services);
    }

    [Fact]
    public void of_a_service_that_comes_several_times_the_cheapest_is_left()
    {
        var chosen = RateFilter.Choose(
        [
            Rate("stamps_com", "usps_priority_mail", 18.40m, "Priority Mail"),
            Rate("stamps_com", "usps_priority_mail", 7.90m, "Priority Mail"),
            Rate("usps", "usps_priority_mail", 8.10m, "Priority Mail"),
            Rate("ups", "ups_ground", 9, "Ground"),
            Rate("fedex_walleted", "fedex_ground", 9.5m, "Ground"),
        ]);
        chosen.Select(rate => rate.CostCents).ShouldBe([7_90, 9_50, 9_00]);
    }

    [Fact]
    public void a_carrier_shows_its_five_cheapest_and_all_together_fifteen_in_the_usual_order()
    {
        string[] carriers = ["ontrac", "fedex", "ups_walleted", "dhl", "stamps_com"];
        var rates = carriers.SelectMany(carrier => Enumerable.Range(1, 7).Select(n => Rate(carrier, carrier is "stamps_com" ? "usps_media_mail" : $"{carrier}_{n}", 20 - n, $"{carrier} {n}")));
        var chosen = RateFilter.Choose(rates);
        chosen.Count.ShouldBe(15);
        chosen.Select(rate => rate.Carrier).ShouldBe(
            [.. Enumerable.Repeat(Carrier.Usps, 5), .. Enumerable.Repeat(Carrier.FedEx, 5), .. Enumerable.Repeat(Carrier.Ups, 5)]);
        chosen.Take(5).Select(rate => rate.CostCents).ShouldBe([13_00, 14_00, 15_00, 16_00, 17_00]);
    }

    [Fact]
    public void two_other_carriers_have_five_places_each()
    {
        var rates = new[] { "ontrac", "dhl" }.SelectMany(carrier => Enumerable.Range(1, 7).Select(n => Rate(carrier, $"{carrier}_{n}", 20 - n, $"Express {n}")));
        RateFilter.Choose(rates).CountBy(rate => rate.CarrierCode).ShouldAllBe(carrier => carrier.Value == 5);
    }

    [Fact]
    public void nothing_to_choose_from_is_nothing() => RateFilter.Choose([]).ShouldBeEmpty();

    private static Rate Rate(string carrier, string service, decimal dollars, string? name = null) =>
        new($"{service}-{dollars}", "se-" + carrier, carrier, CarrierWire.CarrierOf(carrier), service, name ?? service, (long)(dollars * 100), null, null);
}
