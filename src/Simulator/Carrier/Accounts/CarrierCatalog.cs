namespace Lavka.Simulator.Carrier.Accounts;

/// <summary>
/// Every carrier of the simulator. Between them they hold what a shop must sort out: a carrier to hide (globalpost), services it does not
/// sell, one service at several prices, more than five services (ontrac), surcharges beside the price, and limits of weight.
/// </summary>
public static class CarrierCatalog
{
    private static readonly CarrierProfile StampsCom = new("se-100001", "stamps_com", "Stamps.com", 50_000,
    [
        new("usps_first_class_mail", "USPS First Class Mail", 390, 150, 9, 4) { MaxPounds = 0.99m },
        new("usps_ground_advantage", "USPS Ground Advantage", 520, 62, 38, 4) { MaxPounds = 70 },
        new("usps_priority_mail", "USPS Priority Mail", 790, 88, 55, 2) { MaxPounds = 70 },
        new("usps_priority_mail", "USPS Priority Mail", 1840, 0, 0, 2) { MaxPounds = 70, Packaging = "medium_flat_rate_box" },
        new("usps_priority_mail", "USPS Priority Mail", 2590, 0, 0, 2) { MaxPounds = 70, Packaging = "large_flat_rate_box" },
        new("usps_priority_mail_express", "USPS Priority Mail Express", 2890, 190, 160, 1) { MaxPounds = 70, Guaranteed = true },
        new("usps_media_mail", "USPS Media Mail", 413, 64, 0, 7) { MaxPounds = 70 },
        new("usps_parcel_select", "USPS Parcel Select Ground", 505, 66, 41, 6) { MaxPounds = 70 },
    ]);

    private static readonly CarrierProfile Ups = new("se-100002", "ups", "UPS", null,
    [
        new("ups_ground", "UPS® Ground", 940, 58, 44, 5) { SurchargePercent = 16 },
        new("ups_3_day_select", "UPS 3 Day Select®", 1610, 105, 90, 3) { SurchargePercent = 16 },
        new("ups_2nd_day_air", "UPS 2nd Day Air®", 2250, 150, 130, 2) { SurchargePercent = 16, Guaranteed = true },
        new("ups_2nd_day_air_am", "UPS 2nd Day Air AM®", 2690, 160, 140, 2) { SurchargePercent = 16, Guaranteed = true },
        new("ups_next_day_air_saver", "UPS Next Day Air Saver®", 3980, 220, 210, 1) { SurchargePercent = 16, Guaranteed = true },
        new("ups_next_day_air", "UPS Next Day Air®", 4420, 240, 230, 1) { SurchargePercent = 16, Guaranteed = true },
        new("ups_next_day_air_early_am", "UPS Next Day Air® Early", 7350, 260, 250, 1) { SurchargePercent = 16, Guaranteed = true },
    ]);

    private static readonly CarrierProfile Fedex = new("se-100003", "fedex_walleted", "FedEx", 50_000,
    [
        new("fedex_ground", "FedEx Ground®", 970, 56, 45, 4) { SurchargePercent = 15 },
        new("fedex_home_delivery", "FedEx Home Delivery®", 1010, 57, 45, 4) { SurchargePercent = 15 },
        new("fedex_economy", "FedEx Economy", 1480, 98, 80, 3) { SurchargePercent = 15 },
        new("fedex_2day", "FedEx 2Day®", 2190, 145, 125, 2) { SurchargePercent = 15, Guaranteed = true },
        new("fedex_2day_am", "FedEx 2Day® A.M.", 2580, 150, 130, 2) { SurchargePercent = 15, Guaranteed = true },
        new("fedex_standard_overnight", "FedEx Standard Overnight®", 3890, 215, 205, 1) { SurchargePercent = 15, Guaranteed = true },
        new("fedex_priority_overnight", "FedEx Priority Overnight®", 4310, 235, 225, 1) { SurchargePercent = 15, Guaranteed = true },
        new("fedex_first_overnight", "FedEx First Overnight®", 7290, 255, 245, 1) { SurchargePercent = 15, Guaranteed = true },
    ]);

    private static readonly CarrierProfile GlobalPost = new("se-100004", "globalpost", "GlobalPost", 50_000,
    [
        new("globalpost_economy", "GlobalPost Economy", 450, 60, 20, 9) { MaxPounds = 4.4m },
        new("globalpost_priority", "GlobalPost Standard", 690, 80, 30, 6) { MaxPounds = 66 },
    ]);

    private static readonly CarrierProfile Ontrac = new("se-100005", "ontrac", "OnTrac", null,
    [
        new("ontrac_ground", "OnTrac Ground", 780, 50, 40, 3),
        new("ontrac_ground_plus", "OnTrac Ground Plus", 860, 52, 41, 3),
        new("ontrac_sunrise_gold", "OnTrac Sunrise Gold", 2650, 90, 80, 1),
        new("ontrac_sunrise", "OnTrac Sunrise", 2120, 80, 70, 1),
        new("ontrac_same_day", "OnTrac Same Day", 4900, 120, 200, 0),
        new("ontrac_palletized_freight", "OnTrac Palletized Freight", 9800, 30, 60, 5),
    ]);

    public static IReadOnlyList<CarrierProfile> All { get; } = [StampsCom, Ups, Fedex, GlobalPost, Ontrac];

    /// <summary>The carriers that an account has unless told otherwise.</summary>
    public static IReadOnlyList<CarrierProfile> Usual { get; } = [StampsCom, Ups, Fedex, GlobalPost];
}
