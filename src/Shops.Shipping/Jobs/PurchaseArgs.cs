namespace Lavka.Shops.Shipping;

/// <summary>What is needed to buy the label of an order. Forgotten by the store when the job is done.</summary>
public sealed record PurchaseArgs(string Order, Shipment Shipment, Rate Rate, CarrierMode Mode = CarrierMode.Production);
