global using Support.Sdk.Http;
