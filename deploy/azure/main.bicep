// GuidanceBot on Azure: Container Apps (two replicas or more), PostgreSQL flexible server without a public address, Key Vault, one managed
// identity for everything, the bot's registration with the Teams channel, and monitoring. See ../README.md, "On Azure".
//
//   az deployment group create -g RESOURCE_GROUP -f deploy/azure/main.bicep -p image=REGISTRY/guidancebot:1.0.0 databasePassword=…

targetScope = 'resourceGroup'

@description('Where everything stands. Keep it in the UK.')
param location string = resourceGroup().location

@description('The first part of every name.')
@minLength(4)
@maxLength(16)
param name string = 'guidancebot'

@description('The container image, with its tag.')
param image string

@description('The registry that the image comes from, when it is a private one that the bot\'s identity may read (AcrPull).')
param registry string = ''

@description('How many replicas run at least and at most.')
@minValue(2)
param minReplicas int = 2
param maxReplicas int = 6

@description('The password of the database. It is kept in Key Vault and nowhere else.')
@secure()
@minLength(20)
param databasePassword string

@description('The certificate that encrypts the store\'s keys, with its private key: the text of a PEM file. See ../README.md for how to make one.')
@secure()
param keyCertificate string

@description('How long logs and figures are kept, in days. They hold no words of messages.')
param logDays int = 90

var unique = toLower('${name}${uniqueString(resourceGroup().id)}')
var secretsUserRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

// ---- who it is

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: unique
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'GuidanceBot'
    description: 'Quotes the guidance that keeps babies safe in Derby and Derbyshire'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

// ---- the network: the database has no public address

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/24'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks@2020-06-01' = {
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

// ---- the store

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: unique
  location: location
  sku: { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: 'guidancebot'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: {
      delegatedSubnetResourceId: network.properties.subnets[1].id
      privateDnsZoneArmResourceId: databaseZone.id
    }
  }
  dependsOn: [databaseZone::link]

  resource guidancebot 'databases' = {
    name: 'guidancebot'
  }
}

// ---- secrets

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take(unique, 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }

  resource connection 'secrets' = {
    name: 'state-connection-string'
    properties: {
      value: 'Host=${database.properties.fullyQualifiedDomainName};Database=guidancebot;Username=guidancebot;Password=${databasePassword};SSL Mode=VerifyFull'
    }
  }

  resource certificate 'secrets' = {
    name: 'state-key-certificate'
    properties: { value: keyCertificate }
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUserRole)
  scope: vault
  properties: { principalId: identity.properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUserRole }
}

// ---- what operators see

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: logDays }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id }
}

// ---- the program

resource environment 'Microsoft.App/managedEnvironments@2024-10-02-preview' = {
  name: name
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network.properties.subnets[0].id }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
    appInsightsConfiguration: { connectionString: insights.properties.ConnectionString }
    openTelemetryConfiguration: {
      tracesConfiguration: { destinations: ['appInsights'] }
      logsConfiguration: { destinations: ['appInsights'] }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: empty(registry) ? [] : [{ server: registry, identity: identity.id }]
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      secrets: [
        { name: 'state-connection-string', keyVaultUrl: vault::connection.properties.secretUri, identity: identity.id }
        { name: 'state-key-certificate', keyVaultUrl: vault::certificate.properties.secretUri, identity: identity.id }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'guidancebot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'Bot__AppId', value: identity.properties.clientId }
            { name: 'Bot__TenantId', value: tenant().tenantId }
            { name: 'Bot__AppType', value: 'UserAssignedMsi' }
            { name: 'State__Provider', value: 'PostgreSql' }
            { name: 'State__ConnectionString', secretRef: 'state-connection-string' }
            { name: 'State__KeyCertificatePath', value: '/certificates/state.pem' }
          ]
          volumeMounts: [{ volumeName: 'certificates', mountPath: '/certificates' }]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz/live', port: 3978 }, periodSeconds: 2, failureThreshold: 45 }
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: 3978 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: 3978 }, periodSeconds: 5 }
          ]
        }
      ]
      volumes: [
        {
          name: 'certificates'
          storageType: 'Secret'
          secrets: [{ secretRef: 'state-key-certificate', path: 'state.pem' }]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'http', http: { metadata: { concurrentRequests: '50' } } }]
      }
    }
  }
  dependsOn: [mayReadSecrets, database::guidancebot]
}

// ---- somebody is told

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-restarts'
  location: 'global'
  properties: {
    description: 'A replica was started again: see its log.'
    severity: 2
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'restarts'
          metricName: 'RestartCount'
          operator: 'GreaterThan'
          threshold: 2
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: []
  }
}

@description('Where Azure Bot Service sends messages.')
output endpoint string = bot.properties.endpoint

@description('For guidancebot package --app-id.')
output appId string = identity.properties.clientId
