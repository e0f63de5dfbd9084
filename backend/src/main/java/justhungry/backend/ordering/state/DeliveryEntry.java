package justhungry.backend.ordering.state;

import justhungry.api.shop.Delivery;

/** A delivery at its place in the catalogue, counted from 0. */
public record DeliveryEntry(int place, Delivery delivery) {}
