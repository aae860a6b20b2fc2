//! The traits of the namespaces of AWS.

use super::{Form, KnownTrait, Place, accepted, acted};

/// In the order of their ids.
pub(super) static TRAITS: [KnownTrait; 60] = [
    accepted(
        "aws.api#arn",
        Form::Object,
        "Describes the name of a resource; the client has no resources.",
    ),
    accepted(
        "aws.api#arnReference",
        Form::Object,
        "Describes what an ARN refers to; for the client it is text.",
    ),
    accepted(
        "aws.api#clientDiscoveredEndpoint",
        Form::Object,
        "Endpoint discovery is replaced by endpoint rules in all services that have them.",
    ),
    accepted(
        "aws.api#clientEndpointDiscovery",
        Form::Object,
        "Endpoint discovery is replaced by endpoint rules in all services that have them.",
    ),
    accepted(
        "aws.api#clientEndpointDiscoveryId",
        Form::Annotation,
        "Endpoint discovery is replaced by endpoint rules in all services that have them.",
    ),
    accepted(
        "aws.api#controlPlane",
        Form::Annotation,
        "Classifies operations; both classes are called alike.",
    ),
    accepted(
        "aws.api#data",
        Form::Text,
        "Classifies data for audits; `sensitive` is what keeps it out of logs.",
    ),
    accepted(
        "aws.api#dataPlane",
        Form::Annotation,
        "Classifies operations; both classes are called alike.",
    ),
    acted(
        "aws.api#service",
        Form::Object,
        Place::SERVICES,
        "Names the service in endpoints, settings and the user agent.",
    ),
    accepted(
        "aws.api#tagEnabled",
        Form::Object,
        "Relates tagging operations to resources; the operations are emitted as they are.",
    ),
    accepted(
        "aws.api#taggable",
        Form::Object,
        "Relates tagging operations to resources; the operations are emitted as they are.",
    ),
    accepted(
        "aws.apigateway#apiGatewayConfig",
        Form::Object,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#apiKeyRequired",
        Form::Any,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#apiKeySource",
        Form::Text,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#authorizer",
        Form::Text,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#authorizers",
        Form::Object,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#gatewayResponses",
        Form::Any,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#integration",
        Form::Object,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#mockIntegration",
        Form::Object,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#requestValidator",
        Form::Text,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.apigateway#requestValidators",
        Form::Any,
        "Configures API Gateway on the server's side.",
    ),
    accepted(
        "aws.auth#cognitoUserPools",
        Form::Object,
        "The client signs with SigV4 or not at all.",
    ),
    acted(
        "aws.auth#sigv4",
        Form::Object,
        Place::SERVICES,
        "Signs calls, under this name.",
    ),
    accepted(
        "aws.auth#sigv4a",
        Form::Object,
        "Signs for several regions at once; the client signs for one, with `sigv4`.",
    ),
    acted(
        "aws.auth#unsignedPayload",
        Form::Any,
        Place::OPERATIONS,
        "Leaves the body out of signatures, on encrypted connections.",
    ),
    accepted(
        "aws.cloudformation#cfnAdditionalIdentifier",
        Form::Annotation,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.cloudformation#cfnDefaultValue",
        Form::Annotation,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.cloudformation#cfnExcludeProperty",
        Form::Annotation,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.cloudformation#cfnMutability",
        Form::Text,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.cloudformation#cfnName",
        Form::Text,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.cloudformation#cfnResource",
        Form::Object,
        "Says how a model becomes a CloudFormation resource.",
    ),
    accepted(
        "aws.customizations#s3UnwrappedXmlOutput",
        Form::Annotation,
        "Belongs to S3, which speaks restXml.",
    ),
    accepted(
        "aws.endpoints#dualStackOnlyEndpoints",
        Form::Annotation,
        "From it upstream makes the endpoint rule set, which is what is read.",
    ),
    accepted(
        "aws.endpoints#endpointsModifier",
        Form::Annotation,
        "Defines a trait.",
    ),
    accepted(
        "aws.endpoints#rulesBasedEndpoints",
        Form::Annotation,
        "Announces the endpoint rule set, which is what is read.",
    ),
    accepted(
        "aws.endpoints#standardPartitionalEndpoints",
        Form::Object,
        "From it upstream makes the endpoint rule set, which is what is read.",
    ),
    accepted(
        "aws.endpoints#standardRegionalEndpoints",
        Form::Object,
        "From it upstream makes the endpoint rule set, which is what is read.",
    ),
    accepted(
        "aws.iam#actionName",
        Form::Text,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#actionPermissionDescription",
        Form::Text,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#conditionKeyValue",
        Form::Text,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#conditionKeys",
        Form::List,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#conditionKeysResolvedByService",
        Form::Any,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#defineConditionKeys",
        Form::Object,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#disableConditionKeyInference",
        Form::Annotation,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#disableConditionKeyInheritance",
        Form::Any,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#iamAction",
        Form::Object,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#iamResource",
        Form::Object,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#requiredActions",
        Form::List,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#serviceResolvedConditionKeys",
        Form::List,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.iam#supportedPrincipalTypes",
        Form::List,
        "Describes policies; the client sends none.",
    ),
    accepted(
        "aws.protocols#awsJson1_0",
        Form::Object,
        "Another protocol that the service speaks too; the client speaks restJson1.",
    ),
    accepted(
        "aws.protocols#awsJson1_1",
        Form::Object,
        "Another protocol that the service speaks too; the client speaks restJson1.",
    ),
    accepted(
        "aws.protocols#awsQuery",
        Form::Object,
        "Another protocol that the service speaks too; the client speaks restJson1.",
    ),
    accepted(
        "aws.protocols#awsQueryCompatible",
        Form::Annotation,
        "Belongs to services that once spoke awsQuery; restJson1 has no such mode.",
    ),
    accepted(
        "aws.protocols#awsQueryError",
        Form::Object,
        "Belongs to awsQuery.",
    ),
    accepted(
        "aws.protocols#ec2Query",
        Form::Object,
        "Another protocol that the service speaks too; the client speaks restJson1.",
    ),
    accepted(
        "aws.protocols#ec2QueryName",
        Form::Text,
        "Belongs to ec2Query.",
    ),
    accepted(
        "aws.protocols#httpChecksum",
        Form::Object,
        "Asks for flexible checksums, which only S3's family needs; `httpChecksumRequired` is acted upon.",
    ),
    acted(
        "aws.protocols#restJson1",
        Form::Object,
        Place::SERVICES,
        "Is the protocol that the client speaks.",
    ),
    accepted(
        "aws.protocols#restXml",
        Form::Object,
        "Another protocol that the service speaks too; the client speaks restJson1.",
    ),
];
