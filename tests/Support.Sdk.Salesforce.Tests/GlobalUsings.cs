global using System.Net;
global using Shouldly;
global using Support.Sdk.Http;
global using Support.Sdk.Salesforce.Records;
global using Support.Sdk.Testing;
