using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

internal static class Mappings
{
    // A document with everything that there is, as it is written.
    public const string Everything =
        """
        {
          "$schema": "https://example.com/webinar-mapping-1.schema.json",
          "version": 1,
          "object": "Visitor__c",
          "primaryKey": "Key__c",
          "insertMode": "insertNewForEachWebinar",
          "campaign": "webexWebinarCampaignMembers",
          "fields": [
            {
              "field": "Key__c",
              "source": "email",
              "convert": [
                {
                  "kind": "trim"
                },
                {
                  "kind": "case",
                  "to": "lower"
                }
              ]
            },
            {
              "field": "Other__c",
              "source": "displayName",
              "convert": [
                {
                  "kind": "splitName",
                  "part": "first"
                }
              ],
              "policy": "ifEmpty"
            },
            {
              "field": "Country__c",
              "source": "countryRegion",
              "convert": [
                {
                  "kind": "country",
                  "to": "alpha2",
                  "otherwise": "keep"
                }
              ]
            },
            {
              "field": "Phone__c",
              "source": "workPhone",
              "convert": [
                {
                  "kind": "phone",
                  "callingCode": "39",
                  "trunkPrefix": "",
                  "otherwise": "leaveOut"
                }
              ],
              "policy": "neverOverwrite"
            },
            {
              "field": "Day__c",
              "source": "registrationTime",
              "convert": [
                {
                  "kind": "date",
                  "to": "date",
                  "timeZone": "Europe/Paris"
                }
              ]
            },
            {
              "field": "Level__c",
              "source": "jobTitle",
              "convert": [
                {
                  "kind": "picklist",
                  "table": {
                    "Manager/Lead": "Gold",
                    "Ingénieur": "Silver"
                  },
                  "otherwise": "leaveOut"
                },
                {
                  "kind": "constant",
                  "value": "Silver",
                  "when": "empty"
                }
              ]
            },
            {
              "field": "Text__c",
              "convert": [
                {
                  "kind": "constant",
                  "value": "Webinaire <été>"
                }
              ]
            }
          ]
        }

        """;

    public static WebinarMapping Parse(string json) => WebinarMapping.Parse(Encoding.UTF8.GetBytes(json));

    // The example of the source: names and address of a contact, found again by the address.
    public static WebinarMapping OfContact { get; } = new("Contact", "Email",
    [
        new("Email", WebinarField.Email),
        new("FirstName", WebinarField.FirstName),
        new("LastName", WebinarField.LastName),
    ]);

    // A mapping with one pair of interest next to the key.
    public static WebinarMapping With(params FieldMapping[] pairs) => new("Visitor__c", "Key__c", [new FieldMapping("Key__c", WebinarField.Email), .. pairs]);

    public static FieldMapping Pair(string field, string? source, params FieldConversion[] steps) =>
        new(field, source is null ? null : new WebinarField(source)) { Conversions = [.. steps] };
}
