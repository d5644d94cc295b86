/** Who bills, in the demo and in tests. */
export const demoSeller = {
  SELLER_NAME: "Wattdesk Operations GmbH",
  SELLER_ADDRESS: "Mariahilfer Straße 1; 1060 Wien",
  SELLER_COUNTRY: "AT",
  SELLER_VAT_ID: "ATU13585627",
  SELLER_VAT_RATE: "20",
  SELLER_IBAN: "AT61 1904 3002 3457 3201",
};
