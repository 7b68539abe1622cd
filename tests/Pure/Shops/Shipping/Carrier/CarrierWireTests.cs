using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class CarrierWireTests
{
    private static readonly DateTimeOffset Expires = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly Rate Chosen = new("se-rate-7", "se-2", "ups", Carrier.Ups, "ups_ground", "Ground", 12_41, 3, null);

    [Fact, Covers("shipping:E18", "shipping:E21")]
    public void rates_are_asked_for_in_exactly_the_documented_words()
    {
        var body = CarrierWire.WriteRates([new CarrierAccount("se-1", "stamps_com"), new CarrierAccount("se-2", "ups")], Samples.Shipment, Samples.Settings);
        body.ShouldBeJson("""
            {
              "rate_options": { "carrier_ids": ["se-1", "se-2"] },
              "shipment": {
                "ship_from": {
                  "name": "John O'Brien", "company_name": "-", "phone": "+14155550101",
                  "address_line1": "215 Clayton St.", "address_line2": "Apt 4B & 5", "city_locality": "San Francisco", "state_province": "CA",
                  "postal_code": "94102", "country_code": "US", "address_residential_indicator": "unknown"
                },
                "ship_to": {
                  "name": "Mary Jones", "phone": "+12125550102",
                  "address_line1": "350 Fifth Ave", "address_line2": "Suite 200", "city_locality": "New York", "state_province": "NY",
                  "postal_code": "10118-0110", "country_code": "US", "address_residential_indicator": "unknown"
                },
                "packages": [{
                  "weight": { "value": 2.5, "unit": "pound" },
                  "dimensions": { "length": 10, "width": 8.25, "height": 4, "unit": "inch" }
                }]
              }
            }
            """);
    }

    [Theory, Covers("shipping:E21")]
    [InlineData("2.5")]
    [InlineData("0.1")]
    [InlineData("149.99")]
    [InlineData("10")]
    public void a_weight_is_sent_in_the_digits_that_were_typed(string typed)
    {
        var weight = decimal.Parse(typed, CultureInfo.InvariantCulture);
        var body = CarrierWire.WriteRates([], Samples.Shipment with { Parcel = Samples.Shipment.Parcel with { Weight = weight } }, Samples.Settings);
        body.ShouldContain($$"""{"value":{{typed}},"unit":"pound"}""");
    }

    [Fact, Covers("shipping:E02", "shipping:A27")]
    public void a_phone_that_was_skipped_is_the_merchants_own_and_line_two_is_left_out()
    {
        var shipment = Samples.Shipment with
        {
            From = Samples.Shipment.From with { Phone = null, Street2 = null },
            To = Samples.Shipment.To with { Phone = null },
        };
        var sent = JsonNode.Parse(CarrierWire.WriteRates([], shipment, Samples.Settings))!["shipment"]!;
        sent["ship_from"]!["phone"]!.GetValue<string>().ShouldBe("+15551230000");
        sent["ship_to"]!["phone"]!.GetValue<string>().ShouldBe("+15551230000");
        sent["ship_from"]!.AsObject().ContainsKey("address_line2").ShouldBeFalse();
    }

    [Fact, Covers("shipping:E18")]
    public void a_label_is_bought_by_its_rate_with_the_whole_shipment_and_our_own_id()
    {
        var body = CarrierWire.WriteLabel(new BuyLabel(Samples.Shipment, Chosen, "k7m2q9x4ab"), Samples.Settings with { OriginCompany = "Lavka" });
        body.ShouldBeJson("""
            {
              "rate_id": "se-rate-7",
              "label_layout": "letter",
              "label_format": "pdf",
              "shipment": {
                "carrier_id": "se-2",
                "service_code": "ups_ground",
                "external_shipment_id": "k7m2q9x4ab",
                "ship_from": {
                  "name": "John O'Brien", "company_name": "Lavka", "phone": "+14155550101",
                  "address_line1": "215 Clayton St.", "address_line2": "Apt 4B & 5", "city_locality": "San Francisco", "state_province": "CA",
                  "postal_code": "94102", "country_code": "US", "address_residential_indicator": "unknown"
                },
                "ship_to": {
                  "name": "Mary Jones", "phone": "+12125550102",
                  "address_line1": "350 Fifth Ave", "address_line2": "Suite 200", "city_locality": "New York", "state_province": "NY",
                  "postal_code": "10118-0110", "country_code": "US", "address_residential_indicator": "unknown"
                },
                "packages": [{
                  "weight": { "value": 2.5, "unit": "pound" },
                  "dimensions": { "length": 10, "width": 8.25, "height": 4, "unit": "inch" }
                }]
              }
            }
            """);
    }

    [Fact]
    public void carriers_that_the_plan_switched_off_are_left_out_and_a_wallet_is_read_where_there_is_one() =>
        CarrierWire.ReadCarriers(HttpStatusCode.OK, """
            {"carriers":[
              {"carrier_id":"se-1","carrier_code":"stamps_com","friendly_name":"Stamps.com",
               "requires_funded_account":true,"balance":12.505,"services":[{"service_code":"usps_priority_mail"}]},
              {"carrier_id":"se-2","carrier_code":"ups","disabled_by_billing_plan":true},
              {"carrier_id":"se-4","carrier_code":"ontrac","friendly_name":"OnTrac","requires_funded_account":false,"balance":0},
              {"carrier_id":null,"carrier_code":"fedex"}]}
            """).ShouldBe([new CarrierAccount("se-1", "stamps_com", "Stamps.com", 12_50), new CarrierAccount("se-4", "ontrac", "OnTrac")]);

    [Fact]
    public void a_rate_is_read_with_all_parts_of_its_cost()
    {
        var offers = Offered("""
            {"shipment_id":"se-9","rate_response":{"status":"completed","errors":[],"invalid_rates":[],"rates":[{
              "rate_id":"se-rate-7","rate_type":"shipment","carrier_id":"se-2","carrier_code":"ups","carrier_friendly_name":"UPS",
              "service_code":"ups_ground","service_type":"UPS® Ground","package_type":"package","guaranteed_service":false,
              "shipping_amount":{"currency":"usd","amount":8.41},"other_amount":{"currency":"usd","amount":1.50},
              "insurance_amount":{"currency":"usd","amount":0.75},"confirmation_amount":{"currency":"usd","amount":"2.30"},
              "tax_amount":{"currency":"usd","amount":0.04},
              "delivery_days":3,"carrier_delivery_days":"3","estimated_delivery_date":"2026-03-05T23:00:00Z","warning_messages":[]}]}}
            """);
        offers.Expires.ShouldBe(Expires);
        offers.Rates.ShouldBe([new Rate("se-rate-7", "se-2", "ups", Carrier.Ups, "ups_ground", "Ground", 13_00, 3, new DateOnly(2026, 3, 5), "UPS")]);
    }

    [Theory]
    [InlineData("8.41", "0", 8_41)]
    [InlineData("8.105", "0", 8_10)]
    [InlineData("8.115", "0", 8_12)]
    [InlineData("8.003", "0.003", 8_01)]
    public void a_cost_is_rounded_once_to_the_even_cent(string shipping, string other, long cents)
    {
        var rate = Samples.Rate("ups", "ups_ground", 0);
        rate["shipping_amount"] = JsonNode.Parse($$"""{"currency":"usd","amount":{{shipping}}}""");
        rate["other_amount"] = JsonNode.Parse($$"""{"currency":"USD","amount":{{other}}}""");
        Offered(Samples.Rates(rate)).Rates.Single().CostCents.ShouldBe(cents);
    }

    [Fact]
    public void an_estimate_that_the_carrier_does_not_give_is_null()
    {
        var rate = Offered(Samples.Rates(Samples.Rate("ups", "ups_ground", 8))).Rates.Single();
        rate.Days.ShouldBeNull();
        rate.Arrives.ShouldBeNull();
    }

    [Fact]
    public void a_rate_in_another_currency_or_without_a_price_is_not_sold()
    {
        var euro = Samples.Rate("ups", "ups_ground", 5);
        euro["other_amount"] = JsonNode.Parse("""{"currency":"eur","amount":1}""");
        var free = Samples.Rate("ups", "ups_next_day_air", 5);
        free.Remove("shipping_amount");
        Offered(Samples.Rates(euro, free, Samples.Rate("ups", "ups_2nd_day_air", 20))).Rates.Single().ServiceCode.ShouldBe("ups_2nd_day_air");
    }

    [Theory]
    [InlineData("usps", "USPS Priority Mail", Carrier.Usps, "Priority Mail")]
    [InlineData("stamps_com", "USPS Media Mail", Carrier.Usps, "Media Mail")]
    [InlineData("fedex_walleted", "FedEx Ground®", Carrier.FedEx, "Ground")]
    [InlineData("fedex", "FedEx 2Day®", Carrier.FedEx, "2Day")]
    [InlineData("ups", "UPS® Ground", Carrier.Ups, "Ground")]
    [InlineData("ups_walleted", "UPS Next Day Air®", Carrier.Ups, "Next Day Air")]
    [InlineData("ontrac", "OnTrac Ground", Carrier.Other, "Ground")]
    public void a_carrier_goes_by_the_name_that_customers_know(string code, string type, Carrier carrier, string service)
    {
        var serviceCode = code switch { "usps" => "usps_priority_mail", "stamps_com" => "usps_media_mail", "fedex_walleted" => "fedex_ground", "ups" => "ups_ground", _ => "any" };
        var rate = Offered(Samples.Rates(Samples.Rate(code, serviceCode, 8, type))).Rates.Single();
        rate.Carrier.ShouldBe(carrier);
        rate.Service.ShouldBe(service);
    }

    [Fact]
    public void data_that_the_vendor_refuses_are_told_in_its_own_words() =>
        CarrierWire.ReadRates(HttpStatusCode.BadRequest, Samples.Error("validation", "invalid_address", "ship_to.postal_code\n\nis not in NY.", "shipment.ship_to"), Expires)
            .ShouldBe(new Quotation.Refused("ship_to.postal_code is not in NY.", "to"));

    [Theory, Covers("shipping:E11")]
    [InlineData("shipment.ship_to", "Перевозчик не нашёл адрес получателя.", "does not find the recipient's address")]
    [InlineData("shipment.ship_from.postal_code", "Перевозчик не нашёл адрес отправителя.", "does not find the sender's address")]
    [InlineData("shipment.packages", "Перевозчик не принял данные отправления.", "did not accept the shipment")]
    [InlineData(null, "Перевозчик не принял данные отправления.", "did not accept the shipment")]
    public void what_the_vendor_says_in_english_is_told_in_the_customer_s_language_with_what_to_mend(string? field, string russian, string english)
    {
        var told = CarrierWire.ReadRates(HttpStatusCode.BadRequest, Samples.Error("validation", "invalid_address", "No such street.", field), Expires).Told()
            .ShouldBeOfType<Found<Offers>.Refused>().Why;

        told.Plain(Language.Ru).ShouldContain(russian);
        told.Plain(Language.En).ShouldContain(english);
        told.Plain(Language.Ru).ShouldEndWith("Ответ перевозчика: No such street.");
    }

    [Fact]
    public void an_address_that_every_carrier_refuses_is_told_too()
    {
        var answer = JsonNode.Parse(Samples.Rates())!;
        answer["rate_response"]!["errors"] = JsonNode.Parse(Samples.Error("validation", "invalid_address", "No such street."))!["errors"]!.DeepClone();
        CarrierWire.ReadRates(HttpStatusCode.OK, answer.ToJsonString(), Expires).ShouldBe(new Quotation.Refused("No such street."));
    }

    [Fact]
    public void no_rates_is_a_result_of_its_own()
    {
        CarrierWire.ReadRates(HttpStatusCode.OK, Samples.Rates(), Expires).ShouldBe(new Quotation.NoRates(""));
        CarrierWire.ReadRates(HttpStatusCode.OK, Samples.Rates(Samples.Rate("globalpost", "gp", 4)), Expires).ShouldBe(new Quotation.NoRates(""));
    }

    [Fact]
    public void what_the_merchants_account_lacks_is_not_told_to_the_customer() =>
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadRates(HttpStatusCode.BadRequest, Samples.Error("account_status", "terms_not_accepted", "Accept the terms."), Expires))
            .Message.ShouldContain("Accept the terms.");

    [Fact]
    public void a_bought_label_is_read_with_all_that_it_cost() =>
        CarrierWire.ReadPurchase(HttpStatusCode.OK, Bought("completed"))
            .ShouldBe(new LabelOutcome.Bought(new Label("se-label-1", "1Z932R800392060079", 13_75, "https://api.shipstation.com/v2/downloads/10/x/label.pdf")));

    public static TheoryData<HttpStatusCode, string, LabelOutcome> Refusals => new()
    {
        { HttpStatusCode.Conflict, Samples.Error("business_rules", "identifier_conflict", "Used.", "shipment.external_shipment_id"), new LabelOutcome.AlreadyExists() },
        { HttpStatusCode.BadRequest, Samples.Error("business_rules", "invalid_status", "Expired.", "rate_id"), new LabelOutcome.RateExpired() },
        { HttpStatusCode.NotFound, Samples.Error("validation", "not_found", "No rate.", "rate_id"), new LabelOutcome.RateExpired() },
        { HttpStatusCode.BadRequest, Samples.Error("account_status", "insufficient_funds", "Top up."), new LabelOutcome.NoFunds("Top up.") },
        { HttpStatusCode.PaymentRequired, Samples.Error("account_status", "insufficient_funds", "Top up."), new LabelOutcome.NoFunds("Top up.") },
        { HttpStatusCode.BadRequest, Samples.Error("validation", "invalid_address", "No such street.", "shipment.ship_to"), new LabelOutcome.Refused("No such street.") },
        { HttpStatusCode.BadRequest, Samples.Error("business_rules", "invalid_status", "Void.", "shipment"), new LabelOutcome.Refused("Void.") },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void each_refusal_of_a_purchase_is_a_result_of_its_own(HttpStatusCode status, string body, LabelOutcome outcome) =>
        CarrierWire.ReadPurchase(status, body).ShouldBe(outcome);

    [Fact]
    public void a_label_that_the_carrier_could_not_make_was_not_bought() =>
        CarrierWire.ReadPurchase(HttpStatusCode.OK, Bought("error")).ShouldBeOfType<LabelOutcome.Refused>();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, """{"errors":[{"error_code":"insufficient_funds","message":"Perhaps."}]}""")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html>")]
    [InlineData(HttpStatusCode.TooManyRequests, """{"errors":[{"error_code":"rate_limit_exceeded"}]}""")]
    [InlineData(HttpStatusCode.RequestTimeout, "")]
    [InlineData(HttpStatusCode.Unauthorized, """{"errors":[{"error_code":"unauthorized"}]}""")]
    [InlineData(HttpStatusCode.Forbidden, """{"errors":[{"error_code":"forbidden"}]}""")]
    [InlineData(HttpStatusCode.NotFound, "<html>no such page</html>")]
    [InlineData(HttpStatusCode.NotFound, """{"errors":[]}""")]
    [InlineData(HttpStatusCode.BadRequest, "")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    [InlineData(HttpStatusCode.OK, "null")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public void an_answer_that_decides_nothing_is_asked_for_again(HttpStatusCode status, string body)
    {
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadCarriers(status, body));
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadRates(status, body, Expires));
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadPurchase(status, body));
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadFound(status, body));
    }

    [Fact]
    public void a_label_is_found_or_is_not_there()
    {
        CarrierWire.ReadFound(HttpStatusCode.OK, Bought("completed"))!.Id.ShouldBe("se-label-1");
        CarrierWire.ReadFound(HttpStatusCode.OK, Bought("voided")).ShouldBeNull();
        CarrierWire.ReadFound(HttpStatusCode.NotFound, Samples.Error("validation", "not_found", "No label.")).ShouldBeNull();
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadFound(HttpStatusCode.OK, Bought("processing")));
        Should.Throw<CarrierUnavailable>(() => CarrierWire.ReadFound(HttpStatusCode.BadRequest, Samples.Error("validation", "invalid_identifier", "What?")));
    }

    private static Offers Offered(string body) => CarrierWire.ReadRates(HttpStatusCode.OK, body, Expires).ShouldBeOfType<Quotation.Offered>().Offers;

    private static string Bought(string status) => $$"""
        {"label_id":"se-label-1","status":"{{status}}","shipment_id":"se-9","external_shipment_id":"k7m2q9x4ab","tracking_number":"1Z932R800392060079",
         "shipment_cost":{"currency":"usd","amount":12.5},"insurance_cost":{"currency":"usd","amount":1.25},"carrier_code":"ups","voided":false,
         "label_download":{"pdf":"https://api.shipstation.com/v2/downloads/10/x/label.pdf","href":"https://api.shipstation.com/v2/downloads/10/x/label"} }
        """;
}
